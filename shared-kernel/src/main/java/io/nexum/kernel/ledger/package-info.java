/** The vocabulary of the general ledger. */
@NullMarked
package io.nexum.kernel.ledger;

import org.jspecify.annotations.NullMarked;
