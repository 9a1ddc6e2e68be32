package io.nexum.gateway.request;

import io.nexum.kernel.money.Money;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/** Bounds of money; it is the amount that breaks them, or the number alone that was sent for it. */
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

    public static final class AmountAboveZero implements ConstraintValidator<Positive, Amount> {
        @Override
        public boolean isValid(@Nullable Amount amount, ConstraintValidatorContext context) {
            return amount == null || amount.signum() > 0 || ofNumber(amount, context);
        }
    }

    public static final class AmountNotBelowZero implements ConstraintValidator<PositiveOrZero, Amount> {
        @Override
        public boolean isValid(@Nullable Amount amount, ConstraintValidatorContext context) {
            return amount == null || amount.signum() >= 0 || ofNumber(amount, context);
        }
    }

    /** @return false */
    private static boolean ofNumber(Amount amount, ConstraintValidatorContext context) {
        return amount.currency().isPresent() && ofAmount(context);
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
