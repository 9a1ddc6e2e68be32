package io.nexum.gateway.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.nexum.kernel.json.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document's schemas, asked both ways: what is required must be there, and what no schema knows must not be, though
 * a client may be sent more than it knows.
 */
final class DocumentSchemas {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode definitions;
    private final Map<String, Schema> known = new ConcurrentHashMap<>();

    DocumentSchemas(JsonNode document) {
        definitions = Json.tree(here(document.at("/components/schemas")));
        close(definitions);
    }

    /** What of a value doesn't fit a schema that stands in the document, or refers to one. */
    List<String> misfits(JsonNode schema, JsonNode value) {
        return known
                .computeIfAbsent(here(schema), this::schema)
                .validate(value, run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private Schema schema(String text) {
        ObjectNode schema = (ObjectNode) Json.tree(text);
        schema.set("$defs", definitions);
        return REGISTRY.getSchema(schema);
    }

    private static String here(JsonNode schema) {
        return schema.toString().replace("#/components/schemas/", "#/$defs/");
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.values().forEach(DocumentSchemas::close);
    }
}
