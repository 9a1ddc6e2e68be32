package io.nexum.gateway.request;

import io.nexum.kernel.Text;
import io.nexum.kernel.json.Json;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object that have plain values: texts, numbers, and yes or no. */
public abstract sealed class PlainFields permits Fields {
    final JsonNode object;
    final String path;
    final Complaints complaints;
    private final Set<String> asked = new HashSet<>();

    PlainFields(JsonNode object, String path, Complaints complaints) {
        this.object = object;
        this.path = path;
        this.complaints = complaints;
    }

    public boolean has(String name) {
        return !value(name).isNull();
    }

    /** Whether it is an object, where a plain value would do as well. */
    public boolean isObject(String name) {
        return value(name).isObject();
    }

    /** The one of several names for the same thing that was sent, else the first. */
    public String sent(String first, String... others) {
        if (!has(first)) {
            for (String other : others) {
                if (has(other)) {
                    return other;
                }
            }
        }
        return first;
    }

    public void wrong(String name, String message) {
        complaints.add(path + name, path + name + " " + message);
    }

    public String text(String name, int maxLength) {
        return required(name, text -> Text.required(path + name, text, maxLength));
    }

    /** May be left out, but not be empty. */
    public Optional<String> textIfSent(String name, int maxLength) {
        return optional(name, text -> Text.required(path + name, text, maxLength));
    }

    /** Empty is the same as absent. */
    public Optional<String> optionalText(String name, int maxLength) {
        return optional(name, text -> Text.optional(path + name, text, maxLength))
                .filter(text -> !text.isEmpty());
    }

    /** A text that a form makes into a value. */
    public <T> T required(String name, Function<String, T> form) {
        return needed(name, optional(name, form));
    }

    public <T> Optional<T> optional(String name, Function<String, T> form) {
        JsonNode value = value(name);
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            wrong(name, "must be a text");
            return Optional.empty();
        }
        return complaints.listen(path + name, () -> form.apply(value.stringValue()));
    }

    public Optional<Boolean> flag(String name) {
        JsonNode value = value(name);
        if (!value.isNull() && !value.isBoolean()) {
            wrong(name, "must be true or false");
        }
        return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
    }

    public Optional<Integer> wholeNumber(String name, int least, int most) {
        JsonNode value = value(name);
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            wrong(name, "must be a whole number from " + least + " to " + most);
            return Optional.empty();
        }
        return Optional.of(value.intValue());
    }

    /** A decimal number, as a text of plain digits or as a JSON number, taken exactly. */
    public BigDecimal decimal(String name) {
        return needed(name, optionalDecimal(name));
    }

    public Optional<BigDecimal> optionalDecimal(String name) {
        JsonNode value = value(name);
        return value.isNull() ? Optional.empty() : complaints.listen(path + name, () -> Decimals.of(value));
    }

    /** What is made of several fields, or nothing and a complaint if they don't go together. */
    public <T> Optional<T> made(String name, Supplier<T> making) {
        return complaints.listen(path + name, making);
    }

    /** The object as it was sent. */
    public JsonNode json() {
        return object;
    }

    final Set<String> asked() {
        return asked;
    }

    final <T> T needed(String name, Optional<T> value) {
        return orNothing(present(name, value));
    }

    final <T> Optional<T> present(String name, Optional<T> value) {
        if (!has(name)) {
            complaints.add(path + name, path + name + " is missing");
        }
        return value;
    }

    // A bad field has no value, and a complaint keeps what is built with it from ever being used.
    @SuppressWarnings("NullAway")
    private static <T> T orNothing(Optional<T> value) {
        return value.orElse(null);
    }

    final JsonNode value(String name) {
        asked.add(name);
        JsonNode value = object.get(name);
        return value == null ? Json.MAPPER.nullNode() : value;
    }
}
