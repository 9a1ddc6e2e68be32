/** Products over HTTP. */
@NullMarked
package io.nexum.gateway.product;

import org.jspecify.annotations.NullMarked;
