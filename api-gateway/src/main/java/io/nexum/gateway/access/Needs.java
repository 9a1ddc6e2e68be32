package io.nexum.gateway.access;

import io.nexum.kernel.access.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a route asks for. A route declares this, {@link ForEveryUser} or {@link OpenToAll}; one that
 * declares nothing is denied to all, and a test fails.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Permission value();
}
