package io.nexum.gateway.request;

import io.nexum.kernel.json.Json;
import java.lang.reflect.AnnotatedType;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the text of a parameter becomes: the same value as the field of a body that holds it. */
final class BoundText {
    private static final Set<Class<?>> NUMBERS = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> FLAGS = Set.of(boolean.class, Boolean.class);
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private final Converter<?> converter;
    private final Class<?> held;
    private final boolean optional;

    BoundText(AnnotatedType type) {
        this.optional = Converters.raw(type.getType()) == Optional.class;
        AnnotatedType inner = optional ? Converters.argument(type) : type;
        this.held = Converters.raw(inner.getType());
        this.converter = Converters.of(inner);
    }

    private BoundText(Converter<?> converter) {
        this.optional = false;
        this.held = int.class;
        this.converter = converter;
    }

    static BoundText wholeNumber(int least, int most) {
        return new BoundText(Converters.wholeNumber(least, most));
    }

    /** The parameter's value, an {@code Optional} if it is one; nothing if it can't be right. */
    Optional<Object> convert(String text, ValidationErrors errors) {
        Optional<?> made = converter.convert(json(text), errors);
        return optional && made.isPresent() ? Optional.of(made) : made.map(Object.class::cast);
    }

    private JsonNode json(String text) {
        if (NUMBERS.contains(held) && WHOLE.matcher(text).matches()) {
            return Json.MAPPER.getNodeFactory().numberNode(Long.parseLong(text));
        }
        if (FLAGS.contains(held) && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))) {
            return Json.MAPPER.getNodeFactory().booleanNode(text.equalsIgnoreCase("true"));
        }
        return Json.MAPPER.getNodeFactory().stringNode(text);
    }
}
