/** The event store's writer: one loop that appends, and what reads back for decisions. */
@NullMarked
package io.nexum.command.store;

import org.jspecify.annotations.NullMarked;
