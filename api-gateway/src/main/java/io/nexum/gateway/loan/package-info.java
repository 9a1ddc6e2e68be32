/** Loans over HTTP. */
@NullMarked
package io.nexum.gateway.loan;

import org.jspecify.annotations.NullMarked;
