/** The vocabulary of accounts and holds. */
@NullMarked
package io.nexum.kernel.account;

import org.jspecify.annotations.NullMarked;
