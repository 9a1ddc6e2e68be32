package io.nexum.gateway.request;

import io.nexum.gateway.http.Caller;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.Text;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The fields of one JSON object of a request, read by name.
 *
 * <p>A field that can't be right is noted and reading goes on; {@link #read} tells all that was noted at the end. What
 * a reading method returns for a bad field never leaves {@link #read}. A {@code null} counts as absent, and fields that
 * nobody asks for are left alone.
 */
public final class Fields extends PlainFields {
    private Fields(JsonNode object, String path, Complaints complaints) {
        super(object, path, complaints);
    }

    /**
     * What a shape makes of a body.
     *
     * @throws RefusedException naming each bad field, if there is one
     */
    public static <T> T read(JsonNode body, Function<Fields, T> shape) {
        Complaints complaints = new Complaints();
        if (!body.isObject() && !body.isArray()) {
            complaints.add("body", "the body must be a JSON object");
            complaints.raise();
        }
        T made = shape.apply(new Fields(body, "", complaints));
        complaints.raise();
        return made;
    }

    /** Money above zero. */
    public Money amount(String name) {
        return needed(name, optionalAmount(name));
    }

    public Optional<Money> optionalAmount(String name) {
        Optional<Money> amount = money(name);
        amount.filter(money -> !money.isPositive()).ifPresent(money -> wrong(name + ".amount", "must be above zero"));
        return amount;
    }

    /** Money of zero or more. */
    public Optional<Money> limit(String name) {
        Optional<Money> limit = money(name);
        limit.filter(Money::isNegative).ifPresent(money -> wrong(name + ".amount", "must not be below zero"));
        return limit;
    }

    public <T> Optional<T> object(String name, Function<Fields, T> shape) {
        JsonNode value = value(name);
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            wrong(name, "must be an object");
            return Optional.empty();
        }
        return Optional.of(shape.apply(new Fields(value, path + name + ".", complaints)));
    }

    /** An object that must be sent. */
    public <T> T part(String name, Function<Fields, T> shape) {
        return needed(name, object(name, shape));
    }

    public <T> List<T> list(String name, int most, Function<Fields, T> shape) {
        JsonNode value = value(name);
        if (value.isNull()) {
            complaints.add(path + name, path + name + " is missing");
            return List.of();
        }
        return items(path + name, value, most, shape);
    }

    /** Empty is the same as absent. */
    public <T> List<T> optionalList(String name, int most, Function<Fields, T> shape) {
        JsonNode value = value(name);
        return value.isNull() || (value.isArray() && value.isEmpty())
                ? List.of()
                : items(path + name, value, most, shape);
    }

    /** The same of items that may be plain values: each then stands for one field of an object. */
    public <T> List<T> optionalList(String name, int most, String plain, Function<Fields, T> shape) {
        JsonNode value = value(name);
        if (!value.isArray() || value.isEmpty() || value.size() > most) {
            return optionalList(name, most, shape);
        }
        ArrayNode objects = Json.MAPPER.createArrayNode();
        value.forEach(item -> objects.add(
                item.isObject() ? item : Json.MAPPER.createObjectNode().set(plain, item)));
        return items(path + name, objects, most, shape);
    }

    /** The items of a body that is a list itself, named as if they stood in a field. */
    public <T> Optional<List<T>> bareList(String name, int most, Function<Fields, T> shape) {
        return object.isArray() ? Optional.of(items(name, object, most, shape)) : Optional.empty();
    }

    public List<String> texts(String name, int most, int maxLength) {
        JsonNode value = value(name);
        List<String> texts = new ArrayList<>();
        if (value.isNull()) {
            return texts;
        }
        if (!value.isArray() || value.size() > most) {
            wrong(name, "must be a list of at most " + most + " texts");
            return texts;
        }
        for (int i = 0; i < value.size(); i++) {
            String field = path + name + "[" + i + "]";
            JsonNode item = value.get(i);
            if (item.isString()) {
                complaints
                        .listen(field, () -> Text.required(field, item.stringValue(), maxLength))
                        .ifPresent(texts::add);
            } else {
                complaints.add(field, field + " must be a text");
            }
        }
        return texts;
    }

    /** The client's own remarks, kept as they are within {@link Remarks}' bounds. */
    public Optional<Map<String, Object>> remarks(String name) {
        JsonNode value = value(name);
        return value.isNull() ? Optional.empty() : complaints.listen(path + name, () -> Remarks.of(path + name, value));
    }

    /** What nobody has asked for so far, within the bounds of remarks. */
    public Map<String, Object> unasked() {
        Supplier<Map<String, Object>> rest = () -> Remarks.besides(asked(), object);
        return complaints.listen(path + "features", rest).orElse(Map.of());
    }

    /** Another object in the place of this one. */
    public Fields instead(JsonNode other) {
        return new Fields(other, path, complaints);
    }

    /** The client's name for its request, where it stands in the body. */
    public Optional<String> idempotencyKey() {
        return optionalText("idempotency_key", Caller.MAX_KEY_LENGTH);
    }

    private Optional<Money> money(String name) {
        return object(name, Fields::money).flatMap(Function.identity());
    }

    private Optional<Money> money() {
        Optional<BigDecimal> amount = present("amount", optionalDecimal("amount"));
        Optional<Currency> currency = present("currency", optional("currency", Forms::currency));
        return amount.flatMap(a -> currency.flatMap(c -> complaints.listen(path + "amount", () -> Money.of(a, c))));
    }

    private <T> List<T> items(String name, JsonNode list, int most, Function<Fields, T> shape) {
        List<T> items = new ArrayList<>();
        if (!list.isArray() || list.isEmpty() || list.size() > most) {
            complaints.add(name, name + " must be a list of 1 to " + most + " objects");
            return items;
        }
        for (int i = 0; i < list.size(); i++) {
            String item = name + "[" + i + "]";
            if (list.get(i).isObject()) {
                items.add(shape.apply(new Fields(list.get(i), item + ".", complaints)));
            } else {
                complaints.add(item, item + " must be an object");
            }
        }
        return items;
    }
}
