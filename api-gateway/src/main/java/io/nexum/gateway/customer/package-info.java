/** Customers over HTTP. */
@NullMarked
package io.nexum.gateway.customer;

import org.jspecify.annotations.NullMarked;
