package io.nexum.gateway.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Fields that stand among the others of a record only when another field is one of some words; absent otherwise. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface When {
    /** The other field's name on the wire. */
    String field();

    String[] is();
}
