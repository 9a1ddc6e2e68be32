/** The bank's day: what is done when it is closed. */
@NullMarked
package io.nexum.command.day;

import org.jspecify.annotations.NullMarked;
