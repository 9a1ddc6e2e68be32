/** The general ledger over HTTP. */
@NullMarked
package io.nexum.gateway.ledger;

import org.jspecify.annotations.NullMarked;
