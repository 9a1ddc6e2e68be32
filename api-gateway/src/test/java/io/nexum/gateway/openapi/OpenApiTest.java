package io.nexum.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.nexum.gateway.BankApiTest;
import io.nexum.kernel.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The document is one that tools accept, and says of each operation what a client must know. */
class OpenApiTest extends BankApiTest {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+");

    /** Words that a class, a type or a module can't be called in Java, Python or TypeScript, whatever their case. */
    private static final Set<String> RESERVED = Set.of(
            ("abstract and any as assert async await bool boolean break byte case catch char class const continue"
                            + " debugger declare def default del delete do double elif else enum except export extends"
                            + " false final finally float for from function get global goto if implements import in"
                            + " instanceof int interface is lambda let list long map module native new nonlocal none"
                            + " not null number object or package pass private protected public raise record require"
                            + " return sealed set short static strictfp string super switch symbol synchronized this"
                            + " throw throws transient true try type typeof undefined var void volatile while with"
                            + " yield error date file array promise response request configuration")
                    .split(" "));

    private static List<ApiOperation> operations() {
        return ApiOperation.all(api());
    }

    private static JsonNode document() {
        return operations().getFirst().document();
    }

    private static Stream<JsonNode> contents(ApiOperation operation) {
        return Stream.concat(
                operation.node().at("/requestBody/content").values().stream(),
                operation.node().get("responses").properties().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .flatMap(response -> response.getValue().path("content").values().stream()));
    }

    @Test
    void the_document_fits_the_schema_of_openapi_3_1() throws IOException {
        try (InputStream schema =
                Objects.requireNonNull(OpenApiTest.class.getResourceAsStream("/openapi/oas-3.1-schema.json"))) {
            List<Error> errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Json.tree(schema.readAllBytes()))
                    .validate(document());
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void every_schema_fits_the_schema_of_schemas() {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var schemas = registry.getSchema(
                com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(document().at("/components/schemas").properties())
                .hasSizeGreaterThan(200)
                .allSatisfy(schema -> assertThat(schemas.validate(schema.getValue()))
                        .as(schema.getKey())
                        .isEmpty());
    }

    @Test
    void every_operation_has_a_summary_a_tag_a_description_and_an_id_of_its_own() {
        List<ApiOperation> operations = operations();
        assertThat(operations).hasSizeGreaterThan(180).allSatisfy(operation -> {
            assertThat(operation.node().at("/summary").asString(""))
                    .as(operation.name())
                    .isNotEmpty();
            assertThat(operation.node().at("/description").asString(""))
                    .as(operation.name())
                    .isNotEmpty();
            assertThat(operation.node().at("/tags").size()).as(operation.name()).isPositive();
            assertThat(operation.node().at("/operationId").asString(""))
                    .as(operation.name())
                    .matches("[a-z0-9_]+")
                    .doesNotMatch(".*_[0-9]+");
        });
        assertThat(operations)
                .extracting(operation -> operation.node().get("operationId").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void every_parameter_is_described() {
        assertThat(operations())
                .allSatisfy(operation -> assertThat(
                                operation.node().at("/parameters").values())
                        .allSatisfy(parameter -> assertThat(
                                        parameter.at("/description").asString(""))
                                .as("%s of %s", parameter.get("name"), operation.name())
                                .isNotEmpty()));
    }

    @Test
    void no_schema_has_a_name_that_a_language_keeps_for_itself() {
        assertThat(document().at("/components/schemas").propertyNames())
                .extracting(name -> name.toLowerCase(Locale.ROOT))
                .doesNotContainAnyElementsOf(RESERVED);
    }

    @Test
    void every_enumeration_is_a_schema_of_its_own() {
        List<String> within = new ArrayList<>();
        document()
                .at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue().path("properties").properties().stream()
                        .filter(property -> property.getValue().has("enum"))
                        .forEach(property -> within.add(schema.getKey() + "." + property.getKey())));
        assertThat(within).isEmpty();
    }

    @Test
    void what_the_bank_s_clients_keep_in_a_free_map_has_any_value() {
        document()
                .at("/components/schemas")
                .properties()
                .forEach(schema -> Stream.of("metadata", "settings", "features")
                        .map(name -> schema.getValue().path("properties").path(name))
                        .filter(property -> !property.isMissingNode())
                        .forEach(property -> assertThat(
                                        property.path("additionalProperties").asBoolean())
                                .as(schema.getKey())
                                .isTrue()));
    }

    @Test
    void every_operation_says_which_problems_it_answers() {
        assertThat(operations()).allSatisfy(operation -> {
            List<String> failures = operation.node().get("responses").propertyNames().stream()
                    .filter(status -> status.startsWith("4"))
                    .toList();
            assertThat(failures).as(operation.name()).contains("429");
            if (!operation.open()) {
                assertThat(failures).as(operation.name()).contains("401", "403");
            }
            assertThat(failures).as(operation.name()).allSatisfy(status -> {
                JsonNode response = operation.problemResponse(Integer.parseInt(status));
                assertThat(response.at("/content/application~1problem+json/schema/$ref")
                                .asString(""))
                        .isEqualTo("#/components/schemas/Problem");
                assertThat(response.path("x-problem-types").values()).isNotEmpty();
            });
        });
    }

    @Test
    void every_operation_shows_an_example_of_its_request_and_of_its_answer() {
        assertThat(operations())
                .allSatisfy(operation -> assertThat(contents(operation))
                        .as(operation.name())
                        .allSatisfy(
                                content -> assertThat(content.has("example")).isTrue()));
    }

    /** An example must have what its schema requires, and nothing that it doesn't know. */
    @Test
    void every_example_fits_its_schema_both_ways() {
        Routes routes = Routes.of(api());
        Examples examples = new Examples();
        assertThat(routes.operations())
                .hasSizeGreaterThan(160)
                .allSatisfy(operation -> assertThat(routes.misfits(operation, examples.of(Routes.id(operation))))
                        .as(operation.name())
                        .isEmpty());
    }

    /** In the examples, which are real answers, a text that looks like an amount is one. */
    @Test
    void every_decimal_that_travels_as_a_text_is_said_to_be_one() {
        List<String> unsaid = new ArrayList<>();
        operations()
                .forEach(operation -> contents(operation)
                        .forEach(content ->
                                decimals(operation, content.path("schema"), content.path("example"), "", unsaid)));
        assertThat(unsaid.stream().distinct()).isEmpty();
    }

    private static void decimals(
            ApiOperation operation, JsonNode schema, JsonNode example, String at, List<String> unsaid) {
        JsonNode known = operation.resolved(schema);
        if (example.isString()
                && DECIMAL.matcher(example.asString()).matches()
                && known.path("type").asString("").equals("string")
                && !known.path("format").asString("").equals("decimal")) {
            unsaid.add(schema.path("$ref").asString("") + at);
        }
        example.properties()
                .forEach(field -> decimals(
                        operation,
                        known.at("/properties/" + field.getKey()),
                        field.getValue(),
                        at + "." + field.getKey(),
                        unsaid));
        example.values().stream()
                .filter(item -> example.isArray())
                .forEach(item -> decimals(operation, known.path("items"), item, at + "[]", unsaid));
    }

    @Test
    void every_list_says_how_it_is_paged() {
        assertThat(operations())
                .filteredOn(operation -> operation.method().equals("GET")
                        && answer(operation)
                                .filter(example -> example.has("skip"))
                                .isPresent())
                .hasSizeGreaterThan(20)
                .allSatisfy(operation -> assertThat(operation.parameters("query"))
                        .as(operation.name())
                        .contains("skip", "limit"));
    }

    private static Optional<JsonNode> answer(ApiOperation operation) {
        return Optional.ofNullable(operation.node().at("/responses/200/content/application~1json/example"))
                .filter(JsonNode::isObject);
    }
}
