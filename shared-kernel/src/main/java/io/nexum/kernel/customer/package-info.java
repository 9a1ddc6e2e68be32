/** The vocabulary of customers. */
@NullMarked
package io.nexum.kernel.customer;

import org.jspecify.annotations.NullMarked;
