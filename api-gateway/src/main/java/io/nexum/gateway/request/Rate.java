package io.nexum.gateway.request;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A rate as a fraction, of a year if nothing else is said: 0.12 is 12 %. From 0 to 10, with at most 12 decimals. */
@DecimalMin("0")
@DecimalMax("10")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Rate {
    String message() default "must be a fraction from 0 to 10, as in 0.12 for 12 %";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
