package io.nexum.gateway.request;

import io.nexum.kernel.Text;
import io.nexum.kernel.json.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A client's own remarks ({@code metadata}): any JSON object of sound texts and numbers, within bounds. */
final class Remarks {
    private static final int MAX_DEPTH = 5;
    private static final int MAX_BYTES = 8 * 1024;
    private static final int MAX_NUMBER_DIGITS = 38;

    private Remarks() {}

    /** @throws IllegalArgumentException if they are no object or go beyond the bounds */
    static Map<String, Object> of(String field, JsonNode remarks) {
        if (!remarks.isObject()) {
            throw new IllegalArgumentException("must be an object");
        }
        if (Json.bytes(remarks).length > MAX_BYTES) {
            throw new IllegalArgumentException("must not be larger than " + MAX_BYTES + " bytes");
        }
        check(field, remarks, 1);
        Map<String, Object> kept = new LinkedHashMap<>();
        remarks.properties().forEach(entry -> kept.put(entry.getKey(), Json.convert(entry.getValue(), Object.class)));
        return kept;
    }

    /** The fields of an object whose names are not among some, save for those that are null. */
    static Map<String, Object> besides(Set<String> names, JsonNode object) {
        ObjectNode rest = Json.MAPPER.createObjectNode();
        object.properties().stream()
                .filter(field ->
                        !names.contains(field.getKey()) && !field.getValue().isNull())
                .forEach(field -> rest.set(field.getKey(), field.getValue()));
        return of("features", rest);
    }

    private static void check(String field, JsonNode value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("must not be nested deeper than " + MAX_DEPTH);
        }
        if (value.isObject()) {
            value.properties().forEach(entry -> {
                Text.optional(field, entry.getKey(), MAX_BYTES);
                check(field, entry.getValue(), depth + 1);
            });
        } else if (value.isArray()) {
            value.values().forEach(item -> check(field, item, depth + 1));
        } else if (value.isString()) {
            Text.optional(field, value.stringValue(), MAX_BYTES);
        } else if (value.isNumber()) {
            checkNumber(value.decimalValue());
        }
    }

    private static void checkNumber(BigDecimal number) {
        if (number.precision() > MAX_NUMBER_DIGITS || Math.abs(number.scale()) > MAX_NUMBER_DIGITS) {
            throw new IllegalArgumentException("must not hold numbers beyond " + MAX_NUMBER_DIGITS + " digits");
        }
    }
}
