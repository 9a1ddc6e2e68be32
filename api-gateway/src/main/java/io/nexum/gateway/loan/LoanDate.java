package io.nexum.gateway.loan;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day in the years that loans can have. */
@Constraint(validatedBy = LoanDate.Years.class)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface LoanDate {
    String message() default "must be of the years 1900 to 2200";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Years implements ConstraintValidator<LoanDate, LocalDate> {
        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            return day == null || (day.getYear() >= 1900 && day.getYear() <= 2200);
        }
    }
}
