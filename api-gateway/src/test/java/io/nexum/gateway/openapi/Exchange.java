package io.nexum.gateway.openapi;

import io.nexum.kernel.json.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request that a test has sent, and what it was answered. */
record Exchange(String method, String path, Optional<JsonNode> request, int status, Optional<JsonNode> response) {
    /** What a reader of an example looks at; a list of a hundred says no more. */
    private static final int LONGEST_LIST = 2;

    private static final int LONGEST_TEXT = 400;

    static Exchange of(String method, String target, String body, int status, String answer) {
        return new Exchange(
                method,
                target.replaceFirst("\\?.*", ""),
                content(body),
                status,
                content(answer).map(Exchange::shortened));
    }

    boolean granted() {
        return status >= 200 && status < 300;
    }

    /** How much of the operation it shows: the names of the fields that have a value. */
    int telling() {
        Set<String> names = new HashSet<>();
        request.ifPresent(body -> collect("request", body, names));
        response.ifPresent(body -> collect("response", body, names));
        return names.size();
    }

    int length() {
        return request.map(body -> body.toString().length()).orElse(0)
                + response.map(body -> body.toString().length()).orElse(0);
    }

    /** What isn't JSON is a text. */
    private static Optional<JsonNode> content(String body) {
        if (body.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.tree(body));
        } catch (JacksonException e) {
            String lines =
                    body.length() <= LONGEST_TEXT ? body : body.substring(0, body.lastIndexOf('\n', LONGEST_TEXT) + 1);
            return Optional.of(Json.MAPPER.getNodeFactory().stringNode(lines));
        }
    }

    private static JsonNode shortened(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = Json.MAPPER.createObjectNode();
                object.properties().forEach(field -> copy.set(field.getKey(), shortened(field.getValue())));
                yield copy;
            }
            case ArrayNode list -> {
                ArrayNode copy = Json.MAPPER.createArrayNode();
                list.values().stream().limit(LONGEST_LIST).forEach(item -> copy.add(shortened(item)));
                yield copy;
            }
            default -> node;
        };
    }

    private static void collect(String at, JsonNode node, Set<String> names) {
        if (node.isArray()) {
            node.values().forEach(item -> collect(at + "[]", item, names));
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                collect(at + "." + field.getKey(), field.getValue(), names);
            }
        } else if (!node.isNull()) {
            names.add(at);
        }
    }
}
