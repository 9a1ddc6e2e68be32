/** Transactions, as the read side remembers them. */
@NullMarked
package io.nexum.query.transaction;

import org.jspecify.annotations.NullMarked;
