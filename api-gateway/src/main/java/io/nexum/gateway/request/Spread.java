package io.nexum.gateway.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A record whose fields may stand in an object that is one of its fields; what stands beside that object counts first. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Spread {
    /** The object's name on the wire. */
    String value();
}
