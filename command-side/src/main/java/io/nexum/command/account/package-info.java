/** Deciding about accounts and holds. */
@NullMarked
package io.nexum.command.account;

import org.jspecify.annotations.NullMarked;
