package io.nexum.gateway.request;

import io.nexum.kernel.RefusedException;
import io.nexum.kernel.json.Json;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the fields of a JSON object become the components of a record. It is worked out once for each record.
 *
 * <p>A field that can't be right is told to the {@link ValidationErrors} and reading goes on, so that all of them are
 * told. A record is made only if all that it must have is right, so what it holds never is null; optional fields that
 * can't be right are absent while it checks itself, and it is dropped afterwards. A field's {@code null} counts
 * as absent, and fields that the record doesn't have are left alone.
 *
 * @param <T> the record
 */
final class RecordBinding<T> {
    private static final ClassValue<RecordBinding<?>> BINDINGS = new ClassValue<>() {
        @Override
        protected RecordBinding<?> computeValue(Class<?> type) {
            return new RecordBinding<>(type);
        }
    };

    private final Class<T> type;
    private final MethodHandle constructor;
    private final List<BoundPart> parts;
    private final Optional<String> spread;

    private RecordBinding(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        this.type = type;
        this.constructor = constructor(type, components);
        this.parts = Arrays.stream(components)
                .map(component -> BoundPart.of(component, this))
                .toList();
        this.spread = Optional.ofNullable(type.getAnnotation(Spread.class)).map(Spread::value);
    }

    /** @throws IllegalStateException if the record has a component that no field can be made into */
    @SuppressWarnings("unchecked")
    static <T> RecordBinding<T> of(Class<T> type) {
        return (RecordBinding<T>) BINDINGS.get(type);
    }

    /**
     * The request that a body means.
     *
     * @throws RefusedException naming each bad field, if there is one
     */
    static <T> T read(JsonNode body, Class<T> type) {
        RecordBinding<T> binding = of(type);
        ValidationErrors errors = new ValidationErrors();
        JsonNode object = binding.inObject(body);
        if (!object.isObject()) {
            errors.rejectBody();
        }
        Optional<T> made = errors.isEmpty() ? binding.bind(object, errors) : Optional.empty();
        errors.raise();
        return made.orElseThrow();
    }

    /** Whether a field of an object is a part of the record. */
    boolean asksFor(String field, JsonNode object) {
        return parts.stream().anyMatch(part -> part.asksFor(field, object));
    }

    /** The record, for as long as {@code errors} have none; nothing if it can't even be made to be checked. */
    Optional<T> bind(JsonNode sent, ValidationErrors errors) {
        JsonNode object = spread.map(name -> spread(sent, name)).orElse(sent);
        Object[] values = new Object[parts.size()];
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            BoundPart part = parts.get(i);
            Optional<Object> value = part.read(object, errors);
            if (value.isPresent()) {
                values[i] = value.get();
            } else if (part.isOptional()) {
                values[i] = Optional.empty();
            } else {
                complete = false;
            }
        }
        Optional<T> made = complete ? make(values, errors) : Optional.empty();
        if (made.orElse(null) instanceof Checked checked) {
            checked.check(errors);
        }
        return made;
    }

    private Optional<T> make(Object[] values, ValidationErrors errors) {
        try {
            return Optional.of(type.cast((Object) constructor.invokeExact(values)));
        } catch (RefusedException e) {
            String field = e.refusal().property();
            return (field.isEmpty() ? errors : errors.at(field))
                    .reject(e.refusal().detail());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands in an object as if it stood beside it. */
    private static JsonNode spread(JsonNode sent, String name) {
        if (!(sent.get(name) instanceof ObjectNode within)) {
            return sent;
        }
        ObjectNode flat = within.deepCopy();
        sent.properties().stream()
                .filter(field -> !field.getKey().equals(name))
                .forEach(field -> flat.set(field.getKey(), field.getValue()));
        return flat;
    }

    private JsonNode inObject(JsonNode body) {
        if (!body.isArray()) {
            return body;
        }
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(OrWholeBody.class))
                .findFirst()
                .<JsonNode>map(list -> Json.MAPPER.createObjectNode().set(BoundField.documentedName(list), body))
                .orElse(body);
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            MethodHandle handle = MethodHandles.lookup().unreflectConstructor(canonical);
            return handle.asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " can't be made", e);
        }
    }
}
