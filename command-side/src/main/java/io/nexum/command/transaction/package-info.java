/** Deciding about money that moves. */
@NullMarked
package io.nexum.command.transaction;

import org.jspecify.annotations.NullMarked;
