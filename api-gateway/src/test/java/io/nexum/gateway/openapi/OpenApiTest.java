package io.nexum.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest extends BankApiTest {
    private record Operation(String method, String path, JsonNode node) {
        String name() {
            return method + " " + path;
        }

        Optional<JsonNode> request() {
            return content(node.at("/requestBody/content"));
        }

        Optional<JsonNode> answer() {
            return node.get("responses").properties().stream()
                    .filter(response -> response.getKey().startsWith("2"))
                    .flatMap(response -> content(response.getValue().at("/content")).stream())
                    .findFirst();
        }

        private static Optional<JsonNode> content(JsonNode content) {
            return content.values().stream().findFirst();
        }
    }

    private static JsonNode document() {
        Answer answer = api().get("/openapi.json");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static List<Operation> operations(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                operations.add(new Operation(method.getKey(), path.getKey(), method.getValue()))));
        return operations;
    }

    @Test
    void every_operation_has_a_summary_a_tag_and_an_id_of_its_own() {
        List<Operation> operations = operations(document());
        assertThat(operations).hasSizeGreaterThan(45);
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.node().at("/summary").asString(""))
                    .as(operation.name())
                    .isNotEmpty();
            assertThat(operation.node().at("/tags").size()).as(operation.name()).isPositive();
            assertThat(operation.node().at("/operationId").asString(""))
                    .as(operation.name())
                    .matches("[a-z0-9_]+");
        });
        assertThat(operations)
                .extracting(operation -> operation.node().get("operationId").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void every_operation_shows_an_example_of_its_request_and_of_its_answer() {
        assertThat(operations(document())).allSatisfy(operation -> {
            operation
                    .request()
                    .ifPresent(request -> assertThat(request.get("example"))
                            .as("request of %s", operation.name())
                            .isNotNull());
            operation
                    .answer()
                    .ifPresent(answer -> assertThat(answer.get("example"))
                            .as("answer of %s", operation.name())
                            .isNotNull());
        });
    }

    /** An example must have what its schema requires, and nothing that it doesn't know. */
    @Test
    void every_example_fits_its_schema() {
        JsonNode document = document();
        assertThat(operations(document)).allSatisfy(operation -> {
            operation.request().ifPresent(request -> fits(document, operation.name(), request));
            operation.answer().ifPresent(answer -> fits(document, operation.name(), answer));
        });
    }

    private static void fits(JsonNode document, String where, JsonNode content) {
        if (content.get("schema") != null && content.get("example") != null) {
            fits(document, where, content.get("schema"), content.get("example"));
        }
    }

    private static void fits(JsonNode document, String where, JsonNode schema, JsonNode example) {
        String reference = schema.at("/$ref").asString("");
        if (!reference.isEmpty()) {
            JsonNode named = document.at(reference.substring(1));
            assertThat(named.isObject()).as("%s: %s", where, reference).isTrue();
            fits(document, where, named, example);
        } else if (schema.get("properties") != null) {
            schema.at("/required")
                    .values()
                    .forEach(required -> assertThat(example.has(required.asString()))
                            .as("%s has %s", where, required)
                            .isTrue());
            for (Map.Entry<String, JsonNode> field : example.properties()) {
                JsonNode known = schema.get("properties").get(field.getKey());
                assertThat(known).as("%s knows %s", where, field.getKey()).isNotNull();
                fits(document, where + "." + field.getKey(), known, field.getValue());
            }
        } else if (schema.get("items") != null) {
            assertThat(example.isArray()).as(where).isTrue();
            example.values().forEach(item -> fits(document, where + "[]", schema.get("items"), item));
        } else if (schema.get("enum") != null) {
            assertThat(schema.get("enum").values()).as(where).contains(example);
        } else if (schema.at("/type").asString("").equals("string")) {
            assertThat(example.isString()).as("%s is a text", where).isTrue();
        }
    }

    @Test
    void every_list_says_how_it_is_paged() {
        assertThat(operations(document()))
                .filteredOn(operation -> operation.method().equals("get")
                        && operation
                                .answer()
                                .map(answer -> answer.get("example"))
                                .filter(e -> e.has("total"))
                                .isPresent())
                .hasSizeGreaterThan(9)
                .allSatisfy(operation -> assertThat(
                                operation.node().get("parameters").findValuesAsString("name"))
                        .as(operation.name())
                        .contains("skip", "limit"));
    }
}
