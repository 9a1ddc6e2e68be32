/** The vocabulary of products. */
@NullMarked
package io.nexum.kernel.product;

import org.jspecify.annotations.NullMarked;
