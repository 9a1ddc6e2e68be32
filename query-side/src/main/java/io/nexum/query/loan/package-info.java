/** Loans, as the read side remembers them. */
@NullMarked
package io.nexum.query.loan;

import org.jspecify.annotations.NullMarked;
