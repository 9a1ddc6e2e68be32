package io.nexum.gateway.request;

import io.nexum.kernel.money.Money;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/** Bounds of money; it is the amount that breaks them. */
public final class MoneyBounds {
    private MoneyBounds() {}

    public static final class AboveZero implements ConstraintValidator<Positive, Money> {
        @Override
        public boolean isValid(@Nullable Money money, ConstraintValidatorContext context) {
            return money == null || money.isPositive() || ofAmount(context);
        }
    }

    public static final class NotBelowZero implements ConstraintValidator<PositiveOrZero, Money> {
        @Override
        public boolean isValid(@Nullable Money money, ConstraintValidatorContext context) {
            return money == null || !money.isNegative() || ofAmount(context);
        }
    }

    /** @return false */
    private static boolean ofAmount(ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                .addPropertyNode("amount")
                .addConstraintViolation();
        return false;
    }
}
