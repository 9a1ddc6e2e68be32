package io.nexum.gateway.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route for everyone who is logged in, whatever their permissions: it shows and changes only what is their own. An
 * API key is nobody's login and is refused.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForEveryUser {
    /** Whether somebody may enter who came with a one-time password and has not changed it yet. */
    boolean evenWithOneTimePassword() default false;
}
