/** The vocabulary of money that moves. */
@NullMarked
package io.nexum.kernel.transaction;

import org.jspecify.annotations.NullMarked;
