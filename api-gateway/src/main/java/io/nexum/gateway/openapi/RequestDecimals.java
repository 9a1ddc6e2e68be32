package io.nexum.gateway.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for decimals in requests as texts. The reader takes JSON numbers too, but a client that has them as doubles has
 * rounded already.
 */
final class RequestDecimals {
    private final Components components;
    private final Set<String> seen = new HashSet<>();

    private RequestDecimals(Components components) {
        this.components = components;
    }

    static void describe(OpenAPI document) {
        RequestDecimals decimals = new RequestDecimals(document.getComponents());
        document.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
                .forEach(content -> decimals.describe(content.getSchema()));
    }

    private void describe(@Nullable Schema<?> schema) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            if (seen.add(name)) {
                describe(components.getSchemas().get(name));
            }
            return;
        }
        if (schema.getTypes() != null && schema.getTypes().contains("number")) {
            schema.setTypes(Set.of("string"));
            schema.setFormat(WireNames.DECIMAL);
        }
        describe(schema.getItems());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(this::describe);
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            describe(values);
        }
    }
}
