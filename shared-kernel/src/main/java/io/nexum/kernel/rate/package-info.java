/** The vocabulary of exchange rates. */
@NullMarked
package io.nexum.kernel.rate;

import org.jspecify.annotations.NullMarked;
