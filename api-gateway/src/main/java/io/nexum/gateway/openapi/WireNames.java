package io.nexum.gateway.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Money;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Describes our records as {@link Json} writes them. The generator of the document has a JSON library of its own, an
 * older one, which knows nothing of ours.
 */
final class WireNames extends ModelResolver {
    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    WireNames() {
        super(io.swagger.v3.core.util.Json.mapper()
                .copy()
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        Class<?> raw = _mapper.constructType(type.getType()).getRawClass();
        if (raw == Money.class) {
            context.defineModel("Money", money());
            return new Schema<>().$ref("#/components/schemas/Money");
        }
        Schema<?> schema = super.resolve(type, context, next);
        if (schema != null && raw.isRecord()) {
            Schema<?> described = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels()
                            .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
            require(raw, described);
        }
        if (schema instanceof StringSchema word && raw.isEnum()) {
            word.setEnum(Arrays.stream(raw.getEnumConstants())
                    .map(constant -> Json.wireName((Enum<?>) constant))
                    .toList());
        }
        return schema;
    }

    private static Schema<?> money() {
        Schema<?> money = new JsonSchema();
        money.addType("object");
        money.addProperty("amount", text("a decimal number of plain digits", "12.34"));
        money.addProperty("currency", text("the code of ISO 4217", "USD"));
        money.setRequired(List.of("amount", "currency"));
        return money;
    }

    private static Schema<?> text(String description, String example) {
        Schema<?> text = new JsonSchema();
        text.addType("string");
        text.description(description).setExample(example);
        return text;
    }

    /** {@code openAccount} is {@code open_account} on the wire. */
    static String snakeCase(String name) {
        return SNAKE_CASE.translate(name);
    }

    /** What a record always has is required, what is Optional is not. */
    private static void require(Class<?> type, @Nullable Schema<?> schema) {
        if (schema != null && schema.getProperties() != null) {
            alwaysThere(type)
                    .filter(name -> schema.getProperties().containsKey(name))
                    .filter(name -> schema.getRequired() == null
                            || !schema.getRequired().contains(name))
                    .forEach(schema::addRequiredItem);
        }
    }

    private static Stream<String> alwaysThere(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() != Optional.class)
                .flatMap(component -> isUnwrapped(component)
                        ? alwaysThere(component.getType())
                        : Stream.of(snakeCase(component.getName())));
    }

    private static boolean isUnwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }
}
