package io.nexum.gateway.openapi;

import io.nexum.gateway.http.Caller;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** The parameters that many operations share and no controller names, as they come by way of the {@link Caller}. */
final class CommonParameters {
    private static final List<String> OF_THE_BOOKS = List.of("Transactions", "Holds", "Ledger", "Rates");

    private CommonParameters() {}

    static void describe(Operation operation, HandlerMethod method) {
        boolean knowsCaller = Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == Caller.class);
        if (!knowsCaller) {
            return;
        }
        if (method.hasMethodAnnotation(GetMapping.class)) {
            operation.addParametersItem(new QueryParameter()
                    .name("consistency")
                    .description("eventual answers without waiting for what was just written")
                    .schema(new StringSchema()
                            ._enum(List.of("strong", "eventual"))
                            ._default("strong")));
        }
        boolean changesBooks =
                operation.getTags() != null && operation.getTags().stream().anyMatch(OF_THE_BOOKS::contains);
        if (method.hasMethodAnnotation(PostMapping.class) && (changesBooks || bodyHasKey(method))) {
            operation.addParametersItem(new HeaderParameter()
                    .name("Idempotency-Key")
                    .description("counts the request once, however often it is sent; the body's idempotency_key does"
                            + " the same")
                    .schema(new StringSchema().maxLength(Caller.MAX_KEY_LENGTH)));
        }
        if (method.hasMethodAnnotation(PostMapping.class) && changesBooks) {
            operation.addParametersItem(new QueryParameter()
                    .name("dry_run")
                    .description("answers exactly what the command would, and writes nothing")
                    .schema(new BooleanSchema()._default(false)));
        }
    }

    private static boolean bodyHasKey(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .anyMatch(component -> component.getName().equals("idempotencyKey"));
    }
}
