package io.nexum.gateway.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.kernel.json.Json;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What one component of a record is made of. */
sealed interface BoundPart {
    /** The component's value; nothing if it can't be right. */
    Optional<Object> read(JsonNode object, ValidationErrors errors);

    /** Whether the component can be absent. */
    boolean isOptional();

    /** Whether a field is one that it reads of this object. */
    boolean asksFor(String field, JsonNode object);

    static BoundPart of(RecordComponent component, RecordBinding<?> whole) {
        if (component.isAnnotationPresent(AsSent.class)) {
            return new Whole();
        }
        Rest rest = component.getAnnotation(Rest.class);
        if (rest != null) {
            return new Others(new BoundField(component), Set.of(rest.except()), whole);
        }
        return isUnwrapped(component) ? SameObject.of(component) : new OneField(new BoundField(component));
    }

    static boolean isUnwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    record OneField(BoundField field) implements BoundPart {
        @Override
        public Optional<Object> read(JsonNode object, ValidationErrors errors) {
            return field.read(object, errors);
        }

        @Override
        public boolean isOptional() {
            return field.isOptional();
        }

        @Override
        public boolean asksFor(String name, JsonNode object) {
            return field.goesBy(name);
        }
    }

    /** A record whose fields stand among the others, always or when one of them has one of some words. */
    record SameObject(Class<?> type, Optional<When> condition) implements BoundPart {
        static SameObject of(RecordComponent component) {
            When condition = component.getAnnotation(When.class);
            AnnotatedType type = component.getAnnotatedType();
            return new SameObject(
                    Converters.raw((condition == null ? type : Converters.argument(type)).getType()),
                    Optional.ofNullable(condition));
        }

        @Override
        public Optional<Object> read(JsonNode object, ValidationErrors errors) {
            if (!isThere(object)) {
                return Optional.of(Optional.empty());
            }
            Optional<?> made = RecordBinding.of(type).bind(object, errors);
            return condition.isPresent() && made.isPresent() ? Optional.of(made) : made.map(Object.class::cast);
        }

        private boolean isThere(JsonNode object) {
            return condition.isEmpty()
                    || Set.of(condition.get().is())
                            .contains(object.path(condition.get().field())
                                    .asString("")
                                    .toLowerCase(Locale.ROOT));
        }

        @Override
        public boolean isOptional() {
            return condition.isPresent();
        }

        @Override
        public boolean asksFor(String name, JsonNode object) {
            return isThere(object) && RecordBinding.of(type).asksFor(name, object);
        }
    }

    record Whole() implements BoundPart {
        @Override
        public Optional<Object> read(JsonNode object, ValidationErrors errors) {
            return Optional.of(object);
        }

        @Override
        public boolean isOptional() {
            return false;
        }

        @Override
        public boolean asksFor(String name, JsonNode object) {
            return false;
        }
    }

    /** What no part asks for, beside what is sent in a field. */
    record Others(BoundField field, Set<String> except, RecordBinding<?> whole) implements BoundPart {
        @Override
        public Optional<Object> read(JsonNode object, ValidationErrors errors) {
            ObjectNode others = Json.MAPPER.createObjectNode();
            object.properties().stream()
                    .filter(sent -> !sent.getValue().isNull())
                    .filter(sent -> !except.contains(sent.getKey()) && !whole.asksFor(sent.getKey(), object))
                    .forEach(sent -> others.set(sent.getKey(), sent.getValue()));
            Optional<Object> within = field.read(object, errors);
            Optional<?> beside = Converters.of(Map.class).convert(others, errors.at(field.documentedName()));
            return within.flatMap(first -> beside.map(second -> together((Map<?, ?>) first, (Map<?, ?>) second)));
        }

        private static Object together(Map<?, ?> first, Map<?, ?> second) {
            Map<Object, Object> all = new TreeMap<>(first);
            all.putAll(second);
            return all;
        }

        @Override
        public boolean isOptional() {
            return false;
        }

        @Override
        public boolean asksFor(String name, JsonNode object) {
            return field.goesBy(name);
        }
    }
}
