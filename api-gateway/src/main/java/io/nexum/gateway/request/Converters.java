package io.nexum.gateway.request;

import io.nexum.kernel.Text;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which {@link Converter} makes values of a type. */
public final class Converters {
    private static final int USUAL_MOST_ITEMS = 1_000;

    /** Texts lose the white space at their ends. */
    private static final Converter<String> SOUND_TEXT = text(text -> {
        String stripped = text.strip();
        if (!Text.isSound(stripped)) {
            throw new WrongValue("must not hold control characters");
        }
        if (stripped.isEmpty()) {
            throw new WrongValue("must not be empty");
        }
        return stripped;
    });

    private static final Converter<Boolean> FLAG = (sent, errors) ->
            sent.isBoolean() ? Optional.of(sent.booleanValue()) : errors.reject("must be true or false");

    private static final Converter<Long> LONG = (sent, errors) -> sent.isIntegralNumber() && sent.canConvertToLong()
            ? Optional.of(sent.longValue())
            : errors.reject("must be a whole number");

    private Converters() {}

    /** An optional text that is blank counts as absent, unless it says that it must not be blank. */
    static boolean mustNotBeBlank(AnnotatedType type) {
        return type.isAnnotationPresent(NotBlank.class);
    }

    /** The converter of a type, as its annotations say. */
    static Converter<?> of(AnnotatedType type) {
        ConvertedBy own = type.getAnnotation(ConvertedBy.class);
        return own == null ? ofType(type, raw(type.getType())) : make(own.value());
    }

    /** The usual converter of a type: a word, an id, a date, money, a number, or a record bound by its components. */
    @SuppressWarnings("unchecked")
    public static <T> Converter<T> of(Class<T> type) {
        return (Converter<T>) ofType(type);
    }

    /** What stands between the angle brackets, the last if there are several. */
    static AnnotatedType argument(AnnotatedType type) {
        AnnotatedType[] arguments = ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments();
        return arguments[arguments.length - 1];
    }

    static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    static Converter<?> make(Class<? extends Converter<?>> converter) {
        try {
            var constructor = converter.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(converter + " has no constructor without parameters", e);
        }
    }

    private static Converter<?> ofType(AnnotatedType type, Class<?> raw) {
        if (raw == int.class || raw == Integer.class) {
            return wholeNumber(type);
        }
        if (raw == List.class || raw == Set.class) {
            return list(of(argument(type)), type.getAnnotation(Size.class), raw == Set.class);
        }
        return ofType(raw);
    }

    private static Converter<?> ofType(Class<?> type) {
        ConvertedBy usual = type.getAnnotation(ConvertedBy.class);
        if (usual != null) {
            return make(usual.value());
        }
        if (type == String.class) {
            return SOUND_TEXT;
        }
        if (type == boolean.class || type == Boolean.class) {
            return FLAG;
        }
        if (type == long.class || type == Long.class) {
            return LONG;
        }
        if (type == BigDecimal.class) {
            return value(Decimals::of);
        }
        if (type == Money.class) {
            return new MoneyConverter();
        }
        if (type == Map.class) {
            return value(Metadata::of);
        }
        return TextForms.of(type)
                .<Converter<?>>map(Converters::text)
                .or(() -> type.isRecord() ? Optional.of(nested(type)) : Optional.empty())
                .orElseThrow(() -> new IllegalStateException(type + " can't be a field of a request"));
    }

    /** @param form says what the text means */
    public static <T> Converter<T> text(TextForm<T> form) {
        return (sent, errors) -> {
            if (!sent.isString()) {
                return errors.reject("must be a text");
            }
            try {
                return Optional.of(form.parse(sent.stringValue()));
            } catch (WrongValue e) {
                return errors.reject(e.wanted());
            }
        };
    }

    private static Converter<Integer> wholeNumber(AnnotatedType type) {
        Range range = type.getAnnotation(Range.class);
        return range == null
                ? wholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE)
                : wholeNumber((int) range.min(), (int) Math.min(range.max(), Integer.MAX_VALUE));
    }

    static Converter<Integer> wholeNumber(int least, int most) {
        String wanted = least == Integer.MIN_VALUE || most == Integer.MAX_VALUE
                ? "must be a whole number"
                : "must be a whole number from " + least + " to " + most;
        return (sent, errors) ->
                sent.isIntegralNumber() && sent.canConvertToInt() && sent.intValue() >= least && sent.intValue() <= most
                        ? Optional.of(sent.intValue())
                        : errors.reject(wanted);
    }

    static <T> Converter<T> value(Function<JsonNode, T> reading) {
        return (sent, errors) -> {
            try {
                return Optional.of(reading.apply(sent));
            } catch (WrongValue e) {
                return errors.reject(e.wanted());
            }
        };
    }

    private static <T> Converter<T> nested(Class<T> type) {
        OrPlain plain = type.getAnnotation(OrPlain.class);
        return (sent, errors) -> {
            JsonNode object = plain == null || sent.isObject()
                    ? sent
                    : Json.MAPPER.createObjectNode().set(plain.value(), sent);
            return object.isObject() ? RecordBinding.of(type).bind(object, errors) : errors.reject("must be an object");
        };
    }

    /** A list of at most so many items. */
    @SuppressWarnings("unchecked")
    public static <T> Converter<List<T>> list(Class<T> items, int most) {
        Converter<?> list = new ListConverter(of(items), 0, most, false);
        return (Converter<List<T>>) list;
    }

    /** @param size how many items there may be; null: up to {@value #USUAL_MOST_ITEMS} */
    private static Converter<?> list(Converter<?> items, @Nullable Size size, boolean distinct) {
        return new ListConverter(
                items, size == null ? 0 : size.min(), size == null ? USUAL_MOST_ITEMS : size.max(), distinct);
    }

    private record ListConverter(Converter<?> items, int least, int most, boolean distinct)
            implements Converter<Object> {
        @Override
        public Optional<Object> convert(JsonNode sent, ValidationErrors errors) {
            if (!sent.isArray() || sent.size() < least || sent.size() > most) {
                return errors.reject(
                        "must be a list of " + (least == 0 ? "at most " : least + " to ") + most + " items");
            }
            List<Object> made = new ArrayList<>(sent.size());
            for (int i = 0; i < sent.size(); i++) {
                JsonNode item = sent.get(i);
                ValidationErrors place = distinct ? errors : errors.at(i); // what is in a set has no place
                if (item.isNull()) {
                    place.reject("must not be null");
                } else {
                    items.convert(item, place).ifPresent(made::add);
                }
            }
            if (made.size() < sent.size()) {
                return Optional.empty();
            }
            return Optional.of(distinct ? new LinkedHashSet<>(made) : List.copyOf(made));
        }
    }
}
