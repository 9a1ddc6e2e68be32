package io.nexum.kernel.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * How this program writes and reads JSON, in the log as on the wire: snake_case names, enumerations in small letters,
 * ISO dates, nothing for what is absent; and what it refuses to read: nesting, names, texts and numbers beyond bounds,
 * a name twice in one object, anything after the end, a number where a text or a date belongs, a year that is not one
 * of 1 to 9999.
 */
public final class Json {
    public static final int MAX_NESTING = 32;
    private static final int USUAL_DATE_LENGTH = 10;
    private static final int MAX_NAME_LENGTH = 200;
    private static final int MAX_NUMBER_LENGTH = 60;
    private static final int MAX_STRING_LENGTH = 1 << 20;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** For a framework that needs the mapper itself. */
    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .maxNameLength(MAX_NAME_LENGTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .maxStringLength(MAX_STRING_LENGTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withCoercionConfig(
                    LogicalType.Textual,
                    textual -> textual.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .addModule(new SimpleModule("nexum")
                    .addSerializer(new LowerCaseEnums())
                    .addSerializer(new IsoDates<>(LocalDate.class, Json::checked))
                    .addSerializer(new IsoDates<>(Instant.class, Json::checked))
                    .addDeserializer(LocalDate.class, new IsoText<>(LocalDate.class, Json::date))
                    .addDeserializer(Instant.class, new IsoText<>(Instant.class, Json::instant)))
            .build();

    private static final ClassValue<Map<Object, String>> WIRE_NAMES = new ClassValue<>() {
        @Override
        protected Map<Object, String> computeValue(Class<?> type) {
            return Stream.of(type.getEnumConstants())
                    .collect(Collectors.toUnmodifiableMap(
                            Function.identity(),
                            constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT)));
        }
    };

    private Json() {}

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    public static JsonNode tree(byte[] json) {
        return MAPPER.readTree(json);
    }

    public static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    public static <T> T convert(JsonNode tree, Class<T> type) {
        return MAPPER.treeToValue(tree, type);
    }

    /** The name of an enumeration's value on the wire. */
    public static String wireName(Enum<?> value) {
        return Objects.requireNonNull(WIRE_NAMES.get(value.getDeclaringClass()).get(value));
    }

    private static LocalDate date(String text) {
        // The log is full of dates, and a close of a day reads many of them: the general parser showed in its profile.
        boolean usual = USUAL_DATE_LENGTH == text.length() && text.charAt(4) == '-' && text.charAt(7) == '-';
        int day = usual ? digits(text, 8, 10) : -1;
        int month = usual ? digits(text, 5, 7) : -1;
        int year = usual ? digits(text, 0, 4) : -1;
        return checked(day < 0 || month < 0 || year < 0 ? LocalDate.parse(text) : LocalDate.of(year, month, day));
    }

    /** Below zero if one is none. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static Instant instant(String text) {
        return checked(Instant.parse(text));
    }

    private static LocalDate checked(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new DateTimeException("the year is not one of 1 to 9999");
        }
        return date;
    }

    private static Instant checked(Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new DateTimeException("the year is not one of 1 to 9999");
        }
        return instant;
    }

    /** Writes nothing that could not be read again: in the log that would be for ever. */
    private static final class IsoDates<T> extends StdSerializer<T> {
        private final transient UnaryOperator<T> check;

        IsoDates(Class<T> type, UnaryOperator<T> check) {
            super(type);
            this.check = check;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(check.apply(value).toString());
        }
    }

    /** Reads a date or an instant from its ISO text, and from nothing else. */
    private static final class IsoText<T> extends StdDeserializer<T> {
        private final transient Function<String, T> parse;

        IsoText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getString() : "";
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                throw context.weirdStringException(text, handledType(), e.getMessage());
            }
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class LowerCaseEnums extends StdSerializer<Enum> {
        LowerCaseEnums() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(wireName(value));
        }
    }
}
