package io.nexum.gateway.openapi;

import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.QueryParameters;
import io.nexum.kernel.PageRequest;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** The parameters that many operations share and no controller names, as they come by way of the {@link Caller}. */
final class CommonParameters {
    private static final List<String> OF_THE_BOOKS = List.of("Transactions", "Holds", "Ledger", "Rates");

    /** Their bodies have no field for it. */
    private static final Set<String> KEY_BY_HEADER_ONLY = Set.of("create_product");

    /** What changes no books and can be tried dry all the same. */
    private static final Set<String> TRIED_DRY = Set.of("import_catalogue");

    private CommonParameters() {}

    static void describe(Operation operation, HandlerMethod method) {
        if (takes(method, PageRequest.class)) {
            operation.addParametersItem(number("skip", "how many to leave out, from 0", 0, 0, Integer.MAX_VALUE));
            operation.addParametersItem(
                    number("limit", "how many to answer at most", 1, PageRequest.FIRST.limit(), PageRequest.MAX_LIMIT));
        }
        Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .filter(QueryParameters.class::isAssignableFrom)
                .forEach(type -> describe(operation, type));
        if (!takes(method, Caller.class)) {
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
        if (method.hasMethodAnnotation(PostMapping.class)
                && (changesBooks || bodyHasKey(method) || KEY_BY_HEADER_ONLY.contains(operation.getOperationId()))) {
            operation.addParametersItem(new HeaderParameter()
                    .name("Idempotency-Key")
                    .description("counts the request once, however often it is sent; the body's idempotency_key does"
                            + " the same")
                    .schema(new StringSchema().maxLength(Caller.MAX_KEY_LENGTH)));
        }
        if (method.hasMethodAnnotation(PostMapping.class)
                && (changesBooks || TRIED_DRY.contains(operation.getOperationId()))) {
            operation.addParametersItem(new QueryParameter()
                    .name("dry_run")
                    .description("answers exactly what the command would, and writes nothing")
                    .schema(new BooleanSchema()._default(false)));
        }
    }

    /** Parameters that a record has together. */
    private static void describe(Operation operation, Class<?> type) {
        Schema<?> record = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(false))
                .schema;
        List<String> required = record.getRequired() == null ? List.of() : record.getRequired();
        record.getProperties()
                .forEach((name, schema) -> operation.addParametersItem(new QueryParameter()
                        .name(name)
                        .required(required.contains(name))
                        .description(schema.getDescription())
                        .schema(schema)));
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private static QueryParameter number(String name, String description, int least, int usual, int most) {
        IntegerSchema schema = new IntegerSchema();
        schema.minimum(BigDecimal.valueOf(least))
                .maximum(BigDecimal.valueOf(most))
                .setDefault(usual);
        return (QueryParameter)
                new QueryParameter().name(name).description(description).schema(schema);
    }

    private static boolean bodyHasKey(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .anyMatch(component -> component.getName().equals("idempotencyKey"));
    }
}
