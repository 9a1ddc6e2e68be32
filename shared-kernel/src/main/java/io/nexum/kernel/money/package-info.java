/** Exact amounts of money. */
@NullMarked
package io.nexum.kernel.money;

import org.jspecify.annotations.NullMarked;
