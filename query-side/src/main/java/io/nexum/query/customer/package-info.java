/** Customers and their beneficiaries, as the read side remembers them. */
@NullMarked
package io.nexum.query.customer;

import org.jspecify.annotations.NullMarked;
