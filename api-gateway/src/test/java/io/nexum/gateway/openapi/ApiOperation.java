package io.nexum.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.kernel.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One operation of the API, as the program's own document describes it. */
public record ApiOperation(String method, String path, JsonNode node, JsonNode document) {
    /** A field of a body may be within itself; nobody needs it deeper than this. */
    private static final int DEEPEST = 4;

    /** All there are, in the document's order. */
    public static List<ApiOperation> all(Api api) {
        Answer answer = api.get("/openapi.json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode document = answer.json();
        List<ApiOperation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new ApiOperation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue(),
                                document))));
        return operations;
    }

    public String name() {
        return method + " " + path;
    }

    /** Whether no token is asked for. */
    public boolean open() {
        return node.at("/x-access").asString("").equals("open");
    }

    /** @param in {@code path}, {@code query} or {@code header} */
    public List<String> parameters(String in) {
        return node.at("/parameters").values().stream()
                .filter(parameter -> parameter.get("in").asString().equals(in))
                .map(parameter -> parameter.get("name").asString())
                .toList();
    }

    public boolean takesBody() {
        return !node.at("/requestBody").isMissingNode();
    }

    /** A body that the operation reads; empty where it takes none. */
    public Optional<JsonNode> example() {
        return content().map(content -> content.get("example")).map(JsonNode::deepCopy);
    }

    /**
     * Where a value can stand in the body, each as the names on the way to it, an item of a list as {@code 0}. Taken
     * from the schema and from the example.
     */
    public List<List<String>> places() {
        Set<List<String>> places = new LinkedHashSet<>();
        content().map(content -> content.get("schema")).ifPresent(schema -> collect(schema, List.of(), places));
        example().ifPresent(example -> collectFrom(example, List.of(), places));
        return List.copyOf(places);
    }

    /** What the schema says of a place, as {@code format}; empty if it says nothing. */
    public String said(List<String> place, String what) {
        JsonNode schema =
                content().map(content -> resolved(content.path("schema"))).orElseGet(Json.MAPPER::createObjectNode);
        for (String step : place) {
            schema = resolved(step.equals("0") ? schema.path("items") : schema.at("/properties/" + step));
        }
        return schema.path(what).asString("");
    }

    private Optional<JsonNode> content() {
        return node.at("/requestBody/content").values().stream().findFirst();
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.at("/$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private void collect(JsonNode schema, List<String> at, Set<List<String>> places) {
        JsonNode known = resolved(schema);
        if (at.size() > DEEPEST) {
            return;
        }
        known.path("properties").properties().forEach(field -> {
            places.add(longer(at, field.getKey()));
            collect(field.getValue(), longer(at, field.getKey()), places);
        });
        if (known.has("items")) {
            places.add(longer(at, "0"));
            collect(known.get("items"), longer(at, "0"), places);
        }
    }

    private static void collectFrom(JsonNode example, List<String> at, Set<List<String>> places) {
        example.properties().forEach(field -> {
            places.add(longer(at, field.getKey()));
            collectFrom(field.getValue(), longer(at, field.getKey()), places);
        });
        if (example.isArray() && !example.isEmpty()) {
            places.add(longer(at, "0"));
            collectFrom(example.get(0), longer(at, "0"), places);
        }
    }

    private static List<String> longer(List<String> at, String step) {
        List<String> place = new ArrayList<>(at);
        place.add(step);
        return List.copyOf(place);
    }
}
