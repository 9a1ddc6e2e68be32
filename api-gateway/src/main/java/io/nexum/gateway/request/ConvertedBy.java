package io.nexum.gateway.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field, or the items of a list, with a form of its own. The converter has a constructor without parameters, and makes
 * what the {@code Optional} around the type, if there is one, holds.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE_USE, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ConvertedBy {
    Class<? extends Converter<?>> value();
}
