/** Deciding about exchange rates. */
@NullMarked
package io.nexum.command.rate;

import org.jspecify.annotations.NullMarked;
