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

/** An e-mail address, at most 254 characters. */
@Size(max = 254)
@Pattern(regexp = "[^\\s@<>\",;]{1,64}@[^\\s@<>\",;.]+(\\.[^\\s@<>\",;.]+)+")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface EmailAddress {
    String message() default "must be an e-mail address as in name@example.com";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
