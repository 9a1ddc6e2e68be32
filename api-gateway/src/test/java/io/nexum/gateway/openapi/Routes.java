package io.nexum.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Which operation of the document a request was for, and whether an example fits it. */
final class Routes {
    static final String DOCUMENT = "/openapi.json";

    private final List<ApiOperation> operations;
    private final DocumentSchemas schemas;

    private Routes(List<ApiOperation> operations) {
        this.operations = operations;
        this.schemas = new DocumentSchemas(operations.getFirst().document());
    }

    static Routes of(Api api) {
        return new Routes(ApiOperation.all(api));
    }

    /** Each once, however many paths it has. */
    Stream<ApiOperation> operations() {
        return operations.stream().filter(operation -> !operation.node().has(OperationNames.ALIAS_OF));
    }

    /** The operation's own id, also where it was reached by another path. */
    static String id(ApiOperation operation) {
        return operation
                .node()
                .path(OperationNames.ALIAS_OF)
                .asString(operation.node().path("operationId").asString());
    }

    static String room(ApiOperation operation) {
        return ExampleRecorder.slug(operation.node().at("/tags/0").asString());
    }

    /** The one with the fewest variables, where several paths match. */
    Optional<ApiOperation> operation(Exchange exchange) {
        return operations.stream()
                .filter(operation -> operation.method().equals(exchange.method()))
                .filter(operation -> exchange.path().matches(operation.path().replaceAll("\\{[^}]+}", "[^/]+")))
                .min(Comparator.comparingLong(operation ->
                        operation.path().chars().filter(c -> c == '{').count()));
    }

    /** What is answered must be declared; a test that sees otherwise fails. */
    void requireDeclared(ApiOperation operation, Exchange exchange) {
        assertThat(operation.node().at("/responses").propertyNames())
                .as("the statuses of %s", operation.name())
                .contains(String.valueOf(exchange.status()));
    }

    /** The operation with the type of a problem that it was not said to answer. */
    Optional<String> undeclared(ApiOperation operation, Exchange exchange) {
        JsonNode response = operation.problemResponse(exchange.status());
        String type =
                exchange.response().map(body -> body.path("type").asString("")).orElse("");
        return response.path(ProblemResponses.TYPES).values().stream()
                        .anyMatch(t -> t.asString().equals(type))
                ? Optional.empty()
                : Optional.of(operation.name() + ": " + exchange.status() + " " + type);
    }

    List<String> misfits(ApiOperation operation, Exchange exchange) {
        return misfits(operation, exchange.request(), exchange.status(), exchange.response());
    }

    boolean fits(ApiOperation operation, JsonNode example) {
        return example.has("status") && misfits(operation, example).isEmpty();
    }

    /** What of an example isn't as its operation declares. */
    List<String> misfits(ApiOperation operation, JsonNode example) {
        return misfits(
                operation,
                Optional.ofNullable(example.get("request")),
                example.path("status").asInt(),
                Optional.ofNullable(example.get("response")));
    }

    private List<String> misfits(
            ApiOperation operation, Optional<JsonNode> request, int status, Optional<JsonNode> response) {
        JsonNode declared = operation.node().at("/responses").path(String.valueOf(status));
        if (declared.isMissingNode()) {
            return List.of("the status " + status + " is not declared");
        }
        return Stream.concat(
                        misfits("request", operation.node().path("requestBody"), request),
                        misfits("response", declared, response))
                .toList();
    }

    private Stream<String> misfits(String what, JsonNode described, Optional<JsonNode> value) {
        Optional<JsonNode> content = described.path("content").values().stream().findFirst();
        if (content.isPresent() != value.isPresent()) {
            return Stream.of(what + (value.isPresent() ? " is not described" : " is missing"));
        }
        return value.stream()
                .flatMap(v -> schemas.misfits(content.orElseThrow().path("schema"), v).stream()
                        .map(misfit -> what + " " + misfit));
    }
}
