package io.nexum.gateway.openapi;

import io.nexum.gateway.request.BoundField;
import io.nexum.gateway.request.Default;
import io.nexum.kernel.json.Json;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;

/** Tells in a record's schema what its components declare: other names, bounds, and what absent means. */
final class DeclaredBounds {
    private DeclaredBounds() {}

    /** @param schema of the record, its properties by the components' names in snake_case */
    static void describe(Class<?> type, Schema<?> schema) {
        @SuppressWarnings("rawtypes") // as the library has them
        Map<String, Schema> properties = new LinkedHashMap<>();
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.put(WireNames.snakeCase(component.getName()), component);
        }
        schema.getProperties().forEach((name, property) -> {
            RecordComponent component = components.get(name);
            if (component == null) {
                properties.put(name, property);
                return;
            }
            bound(component.getAnnotatedType(), property);
            Optional.ofNullable(component.getAnnotation(Default.class))
                    .ifPresent(usual -> property.setDefault(value(usual.value())));
            properties.put(BoundField.documentedName(component), property);
        });
        schema.setProperties(properties);
        if (schema.getRequired() != null) {
            schema.setRequired(schema.getRequired().stream()
                    .map(name -> Optional.ofNullable(components.get(name))
                            .map(BoundField::documentedName)
                            .orElse(name))
                    .toList());
        }
    }

    private static void bound(AnnotatedType type, Schema<?> schema) {
        Class<?> raw = raw(type.getType());
        if (raw == Optional.class) {
            bound(argument(type), schema);
            return;
        }
        boolean list = Collection.class.isAssignableFrom(raw);
        bounds(type, schema, list);
        if (list && schema.getItems() != null) {
            bound(argument(type), schema.getItems());
        }
    }

    private static void bounds(AnnotatedElement declared, Schema<?> schema, boolean list) {
        for (Annotation annotation : declared.getAnnotations()) {
            switch (annotation) {
                case Size size when list -> schema.minItems(size.min()).maxItems(size.max());
                case Size size ->
                    schema.minLength(size.min() == 0 ? null : size.min()).maxLength(size.max());
                case NotBlank _ -> schema.minLength(1);
                case Range range ->
                    schema.minimum(BigDecimal.valueOf(range.min())).maximum(BigDecimal.valueOf(range.max()));
                case Pattern pattern -> schema.pattern("^(?:" + pattern.regexp() + ")$");
                case Positive _ -> schema.description(joined(schema, "Above zero."));
                case PositiveOrZero _ -> schema.description(joined(schema, "Zero or more."));
                case DecimalMin least -> schema.description(joined(schema, "At least " + least.value() + "."));
                case DecimalMax most -> schema.description(joined(schema, "At most " + most.value() + "."));
                default -> own(annotation, schema, list);
            }
        }
    }

    /** A constraint of ours is made of others, or says in its message what it is. */
    private static void own(Annotation annotation, Schema<?> schema, boolean list) {
        Class<? extends Annotation> type = annotation.annotationType();
        Constraint constraint = type.getAnnotation(Constraint.class);
        if (constraint == null || type.getPackageName().startsWith("jakarta.")) {
            return;
        }
        bounds(type, schema, list);
        if (constraint.validatedBy().length > 0) {
            schema.description(joined(schema, sentence(annotation)));
        }
    }

    private static String sentence(Annotation annotation) {
        try {
            Object message = annotation.annotationType().getMethod("message").invoke(annotation);
            String text = String.valueOf(message);
            return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(annotation + " has no message", e);
        }
    }

    private static String joined(Schema<?> schema, String sentence) {
        String before = schema.getDescription();
        return before == null || before.isEmpty() ? sentence : before + " " + sentence;
    }

    private static Object value(String text) {
        boolean json = text.matches("[\\[{].*|true|false|-?[0-9.]+");
        return json ? Json.convert(Json.tree(text), Object.class) : text;
    }

    private static AnnotatedType argument(AnnotatedType type) {
        AnnotatedType[] arguments = ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments();
        return arguments[arguments.length - 1];
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }
}
