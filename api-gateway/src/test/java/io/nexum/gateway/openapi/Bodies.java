package io.nexum.gateway.openapi;

import io.nexum.kernel.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes bodies at a place. */
public final class Bodies {
    private static final String HOLE = "@@ here @@";

    private Bodies() {}

    /** The body with a value at a place; what is missing on the way to it is made. */
    public static JsonNode with(JsonNode body, List<String> place, JsonNode value) {
        if (place.isEmpty()) {
            return value;
        }
        String step = place.getFirst();
        List<String> rest = place.subList(1, place.size());
        if (step.equals("0")) {
            ArrayNode list = body instanceof ArrayNode known ? known.deepCopy() : Json.MAPPER.createArrayNode();
            JsonNode first = with(list.path(0), rest, value);
            if (list.isEmpty()) {
                return list.add(first);
            }
            list.set(0, first);
            return list;
        }
        ObjectNode object = body instanceof ObjectNode known ? known.deepCopy() : Json.MAPPER.createObjectNode();
        return object.set(step, with(object.path(step), rest, value));
    }

    /** The body's text with something at a place that need not be JSON. */
    public static String withText(JsonNode body, List<String> place, String text) {
        return with(body, place, Json.MAPPER.getNodeFactory().stringNode(HOLE))
                .toString()
                .replace("\"" + HOLE + "\"", text);
    }

    /** The body without what stands at a place. */
    public static JsonNode without(JsonNode body, List<String> place) {
        JsonNode copy = body.deepCopy();
        JsonNode parent = copy;
        for (String step : place.subList(0, place.size() - 1)) {
            parent = step.equals("0") ? parent.path(0) : parent.path(step);
        }
        if (parent instanceof ObjectNode object) {
            object.remove(place.getLast());
        } else if (parent instanceof ArrayNode list) {
            list.removeAll();
        }
        return copy;
    }
}
