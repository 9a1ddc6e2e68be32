/** Products, as the read side remembers them. */
@NullMarked
package io.nexum.query.product;

import org.jspecify.annotations.NullMarked;
