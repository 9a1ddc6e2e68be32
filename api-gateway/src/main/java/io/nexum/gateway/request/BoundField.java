package io.nexum.gateway.request;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.nexum.kernel.json.Json;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One field of an object, as a component of a record declares it. */
public final class BoundField {
    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private final List<String> names;
    private final List<String> insteadOfIt;
    private final boolean optional;
    private final Optional<Object> standard;
    private final Converter<?> converter;
    private final boolean blankIsAbsent;
    private final Constraints constraints;

    BoundField(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        this.optional = component.getType() == Optional.class;
        AnnotatedType held = optional ? Converters.argument(type) : type;
        this.names = names(component);
        RequiredUnless unless = component.getAnnotation(RequiredUnless.class);
        this.insteadOfIt = unless == null ? List.of() : List.of(unless.value());
        ConvertedBy own = component.getAnnotation(ConvertedBy.class);
        this.converter = own == null ? Converters.of(held) : Converters.make(own.value());
        this.blankIsAbsent =
                optional && Converters.raw(held.getType()) == String.class && !Converters.mustNotBeBlank(held);
        this.constraints = Constraints.of(component);
        this.standard =
                Optional.ofNullable(component.getAnnotation(Default.class)).map(this::standard);
    }

    /** The name in the documentation, which is the first of its names. */
    public static String documentedName(RecordComponent component) {
        return names(component).getFirst();
    }

    private static List<String> names(RecordComponent component) {
        Name name = component.getAnnotation(Name.class);
        return name == null ? List.of(snakeCase(component.getName())) : List.of(name.value());
    }

    /** {@code openAccount} is {@code open_account} on the wire. */
    static String snakeCase(String name) {
        return SNAKE_CASE.translate(name);
    }

    private Object standard(Default standard) {
        String text = standard.value();
        boolean json = text.matches("[\\[{].*|true|false|-?[0-9.]+");
        JsonNode value = json ? Json.tree(text) : Json.MAPPER.getNodeFactory().stringNode(text);
        ValidationErrors errors = new ValidationErrors();
        Optional<?> made = converter.convert(value, errors.at(names.getFirst()));
        errors.raise();
        return made.orElseThrow();
    }

    String documentedName() {
        return names.getFirst();
    }

    boolean goesBy(String name) {
        return names.contains(name);
    }

    boolean isOptional() {
        return optional;
    }

    /** The component's value, an {@code Optional} if it is one; nothing if it can't be right. */
    Optional<Object> read(JsonNode object, ValidationErrors errors) {
        for (String name : names) {
            @Nullable JsonNode sent = object.get(name);
            if (sent != null && !sent.isNull()) {
                return sent(sent, errors.at(name));
            }
        }
        return absent(object, errors);
    }

    private Optional<Object> sent(JsonNode sent, ValidationErrors errors) {
        if (blankIsAbsent && sent.isString() && sent.stringValue().isBlank()) {
            return Optional.of(Optional.empty());
        }
        Optional<?> made = converter.convert(sent, errors);
        if (made.isEmpty()) {
            return Optional.empty();
        }
        Object value = optional ? made : made.get();
        return constraints.hold(value, errors) ? Optional.of(value) : Optional.empty();
    }

    private Optional<Object> absent(JsonNode object, ValidationErrors errors) {
        if (standard.isPresent()) {
            return standard;
        }
        boolean required =
                insteadOfIt.isEmpty() ? !optional : insteadOfIt.stream().noneMatch(other -> object.hasNonNull(other));
        return required ? errors.at(names.getFirst()).reject("is missing") : Optional.of(Optional.empty());
    }
}
