/** Deciding about the general ledger. */
@NullMarked
package io.nexum.command.ledger;

import org.jspecify.annotations.NullMarked;
