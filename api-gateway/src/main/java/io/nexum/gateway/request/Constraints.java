package io.nexum.gateway.request;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.metadata.PropertyDescriptor;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * The bounds that a component of a record declares by annotations of Jakarta Validation. Their messages follow a field's
 * name; the usual ones are in {@code ValidationMessages.properties}.
 */
final class Constraints {
    private static final Validator VALIDATOR = validator();

    private final Class<?> type;
    private final String property;
    private final boolean none;

    private Constraints(Class<?> type, String property, boolean none) {
        this.type = type;
        this.property = property;
        this.none = none;
    }

    private static Validator validator() {
        HibernateValidatorConfiguration configuration = Validation.byProvider(HibernateValidator.class)
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator());
        ConstraintMapping money = configuration.createConstraintMapping();
        money.constraintDefinition(Positive.class)
                .includeExistingValidators(true)
                .validatedBy(MoneyBounds.AboveZero.class)
                .validatedBy(MoneyBounds.AmountAboveZero.class);
        money.constraintDefinition(PositiveOrZero.class)
                .includeExistingValidators(true)
                .validatedBy(MoneyBounds.NotBelowZero.class)
                .validatedBy(MoneyBounds.AmountNotBelowZero.class);
        return configuration.addMapping(money).buildValidatorFactory().getValidator();
    }

    static Constraints of(RecordComponent component) {
        Class<?> type = component.getDeclaringRecord();
        PropertyDescriptor described =
                VALIDATOR.getConstraintsForClass(type).getConstraintsForProperty(component.getName());
        boolean none = described == null
                || (!described.hasConstraints()
                        && described.getConstrainedContainerElementTypes().isEmpty());
        return new Constraints(type, component.getName(), none);
    }

    /** Whether a method's parameters, or what they hold, have bounds. */
    static boolean ofParameters(Method method) {
        return Arrays.stream(method.getAnnotatedParameterTypes())
                .flatMap(type -> type instanceof AnnotatedParameterizedType generic
                        ? Stream.concat(Stream.of(type), Arrays.stream(generic.getAnnotatedActualTypeArguments()))
                        : Stream.of(type))
                .flatMap(type -> Arrays.stream(type.getAnnotations()))
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(Constraint.class));
    }

    static Set<ConstraintViolation<Object>> ofParameters(Object object, Method method, @Nullable Object[] values) {
        return VALIDATOR.forExecutables().validateParameters(object, method, values);
    }

    /** Whether a value is within the bounds; tells what it breaks. */
    boolean hold(Object value, ValidationErrors errors) {
        if (none) {
            return true;
        }
        Set<? extends ConstraintViolation<?>> violations = VALIDATOR.validateValue(type, property, value);
        // They come in any order, and of one field the first is told.
        violations.stream()
                .sorted(Comparator.comparing(ConstraintViolation::getMessage))
                .forEach(violation -> place(violation.getPropertyPath(), errors).reject(violation.getMessage()));
        return violations.isEmpty();
    }

    /** The first step is the property itself; what an {@code Optional} holds is no step of its own. */
    private static ValidationErrors place(Path path, ValidationErrors errors) {
        ValidationErrors place = errors;
        boolean first = true;
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                place = place.at(node.getIndex());
            }
            if (!first && node.getName() != null && !node.getName().startsWith("<")) {
                place = place.at(node.getName());
            }
            first = false;
        }
        return place;
    }
}
