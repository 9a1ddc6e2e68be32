package io.nexum.gateway.openapi;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.nexum.gateway.request.Amount;
import io.nexum.gateway.request.BoundField;
import io.nexum.gateway.request.Default;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Money;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Describes our records as {@link Json} writes them. The generator of the document has a JSON library of its own, an
 * older one, which knows nothing of ours.
 */
final class WireNames extends ModelResolver {
    /** The format of a text that is a decimal number: doubles round, and money must not. */
    static final String DECIMAL = "decimal";

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    /** Texts that are decimal numbers, by the last word of their names; a test compares them with what is answered. */
    private static final Pattern DECIMALS = Pattern.compile(
            "(.*_)?(rate|amount|percent|percentage|payment|balance|multiple|cost|fee|interest|principal|fraction|score)"
                    + "|apr_.*");

    private static final Set<String> TEXT = Set.of("string");

    private static final String COMPONENTS = "#/components/schemas/";

    WireNames() {
        super(
                io.swagger.v3.core.util.Json.mapper()
                        .copy()
                        .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE),
                new SchemaNames());
        openapi31(true);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        JavaType java = _mapper.constructType(type.getType());
        Class<?> raw = java.getRawClass();
        if (raw == Money.class) {
            return named("Money", WireNames::money, context);
        }
        if (raw.isEnum()) {
            return named(_typeName(java), () -> words(raw), context);
        }
        if (raw == Object.class) {
            return new JsonSchema();
        }
        if (java.isMapLikeType() && java.getContentType().getRawClass() == Object.class) {
            return freeMap();
        }
        if (raw == Amount.class) {
            named("Money", WireNames::money, context);
            return named("Amount", WireNames::amount, context);
        }
        Schema<?> schema = super.resolve(type, context, next);
        if (schema != null && raw.isRecord()) {
            describe(raw, schema.get$ref() == null ? schema : definition(schema, context));
        }
        return schema;
    }

    private static Schema<?> named(String name, Supplier<Schema<?>> schema, ModelConverterContext context) {
        if (!context.getDefinedModels().containsKey(name)) {
            context.defineModel(name, schema.get());
        }
        return new JsonSchema().$ref(COMPONENTS + name);
    }

    private static @Nullable Schema<?> definition(Schema<?> reference, ModelConverterContext context) {
        return context.getDefinedModels().get(reference.get$ref().substring(COMPONENTS.length()));
    }

    private static Schema<?> money() {
        Schema<?> money = new JsonSchema();
        money.addType("object");
        money.addProperty("amount", text("a decimal number of plain digits", "12.34", DECIMAL));
        money.addProperty("currency", text("the code of ISO 4217", "USD", null));
        money.setRequired(List.of("amount", "currency"));
        return money;
    }

    private static Schema<?> amount() {
        Schema<?> amount = new JsonSchema();
        amount.setDescription("money, or a decimal number alone in the currency that is meant");
        amount.addOneOfItem(new JsonSchema().$ref(COMPONENTS + "Money"));
        amount.addOneOfItem(text("a decimal number of plain digits", "12.34", DECIMAL));
        return amount;
    }

    private static Schema<?> text(String description, String example, @Nullable String format) {
        Schema<?> text = new JsonSchema();
        text.addType("string");
        text.description(description).format(format).setExample(example);
        return text;
    }

    private static Schema<?> words(Class<?> type) {
        Schema<Object> words = new JsonSchema();
        words.addType("string");
        words.setEnum(Arrays.stream(type.getEnumConstants())
                .map(constant -> (Object) Json.wireName((Enum<?>) constant))
                .toList());
        return words;
    }

    private static Schema<?> freeMap() {
        Schema<?> map = new JsonSchema();
        map.addType("object");
        map.setAdditionalProperties(true);
        return map;
    }

    /** {@code openAccount} is {@code open_account} on the wire. */
    static String snakeCase(String name) {
        return SNAKE_CASE.translate(name);
    }

    private static void describe(Class<?> type, @Nullable Schema<?> schema) {
        if (schema != null && schema.getProperties() != null) {
            schema.addType("object");
            Arrays.stream(type.getRecordComponents())
                    .filter(WireNames::isWrittenAsText)
                    .forEach(component -> {
                        Schema<?> text =
                                Objects.requireNonNull(schema.getProperties().get(snakeCase(component.getName())));
                        text.setTypes(TEXT);
                    });
            DeclaredBounds.describe(type, schema);
            require(type, schema);
            schema.getProperties().forEach((name, property) -> {
                boolean plainText = TEXT.equals(property.getTypes()) && property.getFormat() == null;
                if (plainText && DECIMALS.matcher(name).matches()) {
                    property.setFormat(DECIMAL);
                }
            });
        }
    }

    private static boolean isWrittenAsText(RecordComponent component) {
        JsonFormat format = component.getAccessor().getAnnotation(JsonFormat.class);
        return format != null && format.shape() == JsonFormat.Shape.STRING;
    }

    /** What a record always has is required, what is Optional is not. */
    private static void require(Class<?> type, Schema<?> schema) {
        alwaysThere(type)
                .filter(name -> schema.getProperties().containsKey(name))
                .filter(name ->
                        schema.getRequired() == null || !schema.getRequired().contains(name))
                .forEach(schema::addRequiredItem);
    }

    private static Stream<String> alwaysThere(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component ->
                        component.getType() != Optional.class && !component.isAnnotationPresent(Default.class))
                .flatMap(component -> isUnwrapped(component)
                        ? alwaysThere(component.getType())
                        : Stream.of(BoundField.documentedName(component)));
    }

    private static boolean isUnwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }
}
