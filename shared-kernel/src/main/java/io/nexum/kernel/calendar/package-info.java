/** The days on which a bank works. */
@NullMarked
package io.nexum.kernel.calendar;

import org.jspecify.annotations.NullMarked;
