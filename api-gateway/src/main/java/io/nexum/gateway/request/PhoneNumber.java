package io.nexum.gateway.request;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A phone number: 5 to 15 digits with the usual marks between them, a + before them. */
@Size(max = 31)
@Pattern(regexp = "(?=(?:[^0-9]*[0-9]){1,15}[^0-9]*$)\\+?[0-9][0-9 ().-]{3,28}[0-9]")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PhoneNumber {
    String message() default "must be a phone number as in +1-555-0123";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
