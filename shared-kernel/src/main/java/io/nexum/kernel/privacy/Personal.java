package io.nexum.kernel.privacy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Classes a field of a record as personal. In an event it is encrypted under the data key of whom the event speaks of;
 * in an answer it is masked for those who may not see personal data.
 *
 * <p>The field is a text, a list, a map or an optional: each of these can be told without its content.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Personal {}
