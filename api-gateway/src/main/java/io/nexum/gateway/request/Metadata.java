package io.nexum.gateway.request;

import io.nexum.kernel.Text;
import io.nexum.kernel.json.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A client's own remarks ({@code metadata}): any JSON object of sound texts and numbers, within bounds. */
final class Metadata {
    private static final int MAX_DEPTH = 5;
    private static final int MAX_BYTES = 8 * 1024;
    private static final int MAX_NUMBER_DIGITS = 38;

    private Metadata() {}

    /** @throws WrongValue if they are no object or go beyond the bounds */
    static Map<String, Object> of(JsonNode remarks) {
        if (!remarks.isObject()) {
            throw new WrongValue("must be an object");
        }
        if (Json.bytes(remarks).length > MAX_BYTES) {
            throw new WrongValue("must not be larger than " + MAX_BYTES + " bytes");
        }
        check(remarks, 1);
        Map<String, Object> kept = new LinkedHashMap<>();
        remarks.properties().forEach(entry -> kept.put(entry.getKey(), Json.convert(entry.getValue(), Object.class)));
        return kept;
    }

    private static void check(JsonNode value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new WrongValue("must not be nested deeper than " + MAX_DEPTH);
        }
        if (value.isObject()) {
            value.properties().forEach(entry -> {
                sound(entry.getKey());
                check(entry.getValue(), depth + 1);
            });
        } else if (value.isArray()) {
            value.values().forEach(item -> check(item, depth + 1));
        } else if (value.isString()) {
            sound(value.stringValue());
        } else if (value.isNumber()) {
            checkNumber(value.decimalValue());
        }
    }

    private static void sound(String text) {
        if (!Text.isSound(text)) {
            throw new WrongValue("must not hold control characters");
        }
    }

    private static void checkNumber(BigDecimal number) {
        if (number.precision() > MAX_NUMBER_DIGITS || Math.abs(number.scale()) > MAX_NUMBER_DIGITS) {
            throw new WrongValue("must not hold numbers beyond " + MAX_NUMBER_DIGITS + " digits");
        }
    }
}
