/** The bank's day, as the read side remembers it. */
@NullMarked
package io.nexum.query.day;

import org.jspecify.annotations.NullMarked;
