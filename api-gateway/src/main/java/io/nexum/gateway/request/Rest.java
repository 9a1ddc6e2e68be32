package io.nexum.gateway.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A map that takes the fields that no other component of the record asks for, beside those that are sent in it. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Rest {
    /** The names on the wire of fields that are left alone nevertheless. */
    String[] except() default {};
}
