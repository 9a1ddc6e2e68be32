/** Accounts, their holds and their statements, as the read side remembers them. */
@NullMarked
package io.nexum.query.account;

import org.jspecify.annotations.NullMarked;
