/** The journal, the chart of accounts and trial balances, as the read side remembers them. */
@NullMarked
package io.nexum.query.ledger;

import org.jspecify.annotations.NullMarked;
