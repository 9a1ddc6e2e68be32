package io.nexum.kernel.json;

import io.nexum.kernel.privacy.Personal;
import io.nexum.kernel.privacy.PersonalData;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a record that are marked as {@link Personal}, also within records, optionals and lists of records that
 * it holds. Found out once a class; most have none.
 */
public final class PersonalFields {
    private static final ClassValue<PersonalFields> BY_CLASS = new ClassValue<>() {
        @Override
        protected PersonalFields computeValue(Class<?> type) {
            return new PersonalFields(type, new HashSet<>());
        }
    };

    private final List<Field> fields = new ArrayList<>();

    private PersonalFields(Class<?> type, Set<Class<?>> outer) {
        if (!type.isRecord() || !outer.add(type)) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String name = jsonName(component.getName());
            if (component.isAnnotationPresent(Personal.class)) {
                fields.add(new Field(name, Form.of(component), null));
            } else {
                Class<?> inner = innermost(component.getGenericType());
                PersonalFields within = new PersonalFields(inner, outer);
                if (!within.none()) {
                    fields.add(new Field(name, Form.OTHER, within));
                }
            }
        }
        outer.remove(type);
    }

    public static PersonalFields of(Class<?> type) {
        return BY_CLASS.get(type);
    }

    public boolean none() {
        return fields.isEmpty();
    }

    /** What becomes of a personal value. */
    @FunctionalInterface
    public interface Change {
        /**
         * @param path where the value stands, as in {@code contact.email} or {@code payees[0].name}
         * @return what takes its place; null for nothing
         */
        @Nullable
        JsonNode of(String path, JsonNode value, Form form);
    }

    /** What sort of value a field holds, and so what it is without its content. */
    public enum Form {
        TEXT,
        LIST,
        MAP,
        /** May be absent. */
        OTHER;

        private static Form of(RecordComponent component) {
            Type type = component.getGenericType();
            if (type == String.class || isOptionalOf(String.class, type)) {
                return TEXT;
            }
            if (component.getType() == List.class) {
                return LIST;
            }
            if (component.getType() == Map.class) {
                return MAP;
            }
            if (component.getType() == Optional.class) {
                return OTHER;
            }
            throw new IllegalStateException(
                    component + " can't be personal: it is neither a text nor a list, a map or an optional");
        }

        private static boolean isOptionalOf(Class<?> value, Type type) {
            return type instanceof ParameterizedType of
                    && of.getRawType() == Optional.class
                    && of.getActualTypeArguments()[0] == value;
        }

        /** What stands there once nobody can read it; null for nothing. */
        public @Nullable JsonNode erased() {
            return switch (this) {
                case TEXT -> Json.MAPPER.getNodeFactory().stringNode(PersonalData.ERASED);
                case LIST -> Json.MAPPER.createArrayNode();
                case MAP -> Json.MAPPER.createObjectNode();
                case OTHER -> null;
            };
        }
    }

    /** Changes every personal value of a record that was written as JSON. */
    public void change(ObjectNode written, Change change) {
        change("", written, change);
    }

    private void change(String path, ObjectNode object, Change change) {
        for (Field field : fields) {
            JsonNode value = object.get(field.name);
            if (value == null || value.isNull()) {
                continue;
            }
            String at = path + field.name;
            PersonalFields within = field.within;
            if (within == null) {
                JsonNode changed = change.of(at, value, field.form);
                if (changed == null) {
                    object.remove(field.name);
                } else {
                    object.set(field.name, changed);
                }
            } else if (value instanceof ObjectNode inner) {
                within.change(at + ".", inner, change);
            } else if (value instanceof ArrayNode items) {
                for (int i = 0; i < items.size(); i++) {
                    if (items.get(i) instanceof ObjectNode item) {
                        within.change(at + "[" + i + "].", item, change);
                    }
                }
            }
        }
    }

    private static String jsonName(String component) {
        return component.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** The class within optionals and lists. */
    private static Class<?> innermost(Type type) {
        if (type instanceof ParameterizedType of
                && (of.getRawType() == Optional.class || of.getRawType() == List.class)) {
            return innermost(of.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    /** @param within the personal fields of the records that it holds; null if it is personal as a whole */
    private record Field(String name, Form form, @Nullable PersonalFields within) {}
}
