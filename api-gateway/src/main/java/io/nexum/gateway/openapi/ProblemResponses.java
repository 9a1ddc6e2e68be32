package io.nexum.gateway.openapi;

import io.nexum.gateway.access.OpenToAll;
import io.nexum.gateway.http.Problem;
import io.nexum.gateway.openapi.RefusalTypes.RefusalType;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.tenant.TenantRefusal;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverterContextImpl;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * Says of each operation with which problems it can answer: those of its shape (a body can be malformed, an id can be
 * of nothing), of its access, and the refusals of the contexts whose rules it asks.
 */
final class ProblemResponses {
    /** The types of problem that a response can carry. */
    static final String TYPES = "x-problem-types";

    /** The same for every operation that can answer them at all, so described once. */
    private static final Map<HttpStatus, Set<String>> SHARED = Map.of(
            HttpStatus.UNAUTHORIZED, Set.of("unauthorized"),
            HttpStatus.CONTENT_TOO_LARGE, Set.of("body-too-large"),
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, Set.of("unsupported-media-type"),
            HttpStatus.TOO_MANY_REQUESTS, Set.of("rate-limit-exceeded", "quota-exceeded"),
            HttpStatus.INTERNAL_SERVER_ERROR, Set.of("internal-error"),
            HttpStatus.SERVICE_UNAVAILABLE, Set.of("store-unavailable", "time-out", "too-busy"));

    /** What every request can be answered. */
    private static final Set<HttpStatus> ALWAYS =
            Set.of(HttpStatus.TOO_MANY_REQUESTS, HttpStatus.INTERNAL_SERVER_ERROR, HttpStatus.SERVICE_UNAVAILABLE);

    /** Questions that the rules of their room can refuse. */
    private static final Set<String> ASK_RULES = Set.of("get_payoff_quote", "get_payoff_letter", "list_user_sessions");

    private static final String COMPONENT = "#/components/responses/";

    private ProblemResponses() {}

    static void describe(Operation operation, HandlerMethod route) {
        Map<HttpStatus, Set<String>> problems = new TreeMap<>();
        boolean open = route.hasMethodAnnotation(OpenToAll.class);
        boolean body = operation.getRequestBody() != null;
        boolean parameters = operation.getParameters() != null;
        addOfAccess(problems, open, body);
        if (body) {
            add(problems, HttpStatus.BAD_REQUEST, "malformed-json");
            add(problems, HttpStatus.BAD_REQUEST, "missing-body");
            add(problems, HttpStatus.CONTENT_TOO_LARGE, "body-too-large");
            add(problems, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
            add(problems, HttpStatus.UNPROCESSABLE_CONTENT, "invalid-body");
        }
        if (body || parameters) {
            add(problems, HttpStatus.BAD_REQUEST, "malformed-request");
            add(problems, HttpStatus.UNPROCESSABLE_CONTENT, "invalid-value");
            add(problems, HttpStatus.UNPROCESSABLE_CONTENT, "missing-value");
        }
        if (!open && (body || parameters)) {
            RefusalTypes.of(Refusals.NotFound.class).forEach(type -> add(problems, type));
        }
        if (!route.hasMethodAnnotation(GetMapping.class)) {
            RefusalTypes.of(Refusals.class).forEach(type -> add(problems, type));
        }
        if (!route.hasMethodAnnotation(GetMapping.class) || ASK_RULES.contains(operation.getOperationId())) {
            operation.getTags().stream().flatMap(RefusalTypes::ofRoom).forEach(type -> add(problems, type));
        }
        ALWAYS.forEach(status -> SHARED.getOrDefault(status, Set.of()).forEach(name -> add(problems, status, name)));
        problems.forEach((status, names) -> answer(operation, status, names));
    }

    private static void addOfAccess(Map<HttpStatus, Set<String>> problems, boolean open, boolean body) {
        if (!open || body) {
            add(problems, HttpStatus.UNAUTHORIZED, "unauthorized");
        }
        if (open && body) {
            add(problems, HttpStatus.UNAUTHORIZED, "totp-code-required");
            add(problems, HttpStatus.TOO_MANY_REQUESTS, "too-many-failed-logins");
        }
        if (!open) {
            add(problems, HttpStatus.FORBIDDEN, "forbidden");
            add(problems, HttpStatus.FORBIDDEN, "password-change-required");
        }
        if (!open || body) {
            RefusalTypes.of(TenantRefusal.class)
                    .filter(type -> type.status() == HttpStatus.FORBIDDEN)
                    .forEach(type -> add(problems, type));
        }
    }

    private static void add(Map<HttpStatus, Set<String>> problems, RefusalType type) {
        add(problems, type.status(), type.name());
    }

    private static void add(Map<HttpStatus, Set<String>> problems, HttpStatus status, String name) {
        problems.computeIfAbsent(status, s -> new TreeSet<>()).add(name);
    }

    private static void answer(Operation operation, HttpStatus status, Set<String> names) {
        String code = String.valueOf(status.value());
        if (!operation.getResponses().containsKey(code)) {
            operation
                    .getResponses()
                    .addApiResponse(
                            code,
                            names.equals(SHARED.get(status))
                                    ? new ApiResponse().$ref(COMPONENT + name(status))
                                    : response(status, names));
        }
    }

    private static String name(HttpStatus status) {
        return status.getReasonPhrase().replace(" ", "");
    }

    private static ApiResponse response(HttpStatus status, Set<String> names) {
        ApiResponse response = new ApiResponse()
                .description(status.getReasonPhrase())
                .content(new Content()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                new MediaType().schema(new JsonSchema().$ref("#/components/schemas/Problem"))));
        response.addExtension(
                TYPES, names.stream().sorted().map(Problem::typeOf).toList());
        return response;
    }

    /** What the operations refer to. */
    static void addTo(Components components) {
        WireNames names = new WireNames();
        var context = new ModelConverterContextImpl(List.of(names));
        context.resolve(new AnnotatedType(Problem.class));
        new LinkedHashMap<>(context.getDefinedModels()).forEach(components::addSchemas);
        new TreeMap<>(SHARED)
                .forEach((status, types) -> components.addResponses(name(status), response(status, types)));
    }
}
