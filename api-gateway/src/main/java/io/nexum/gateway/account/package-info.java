/** Accounts, their holds and their statements over HTTP. */
@NullMarked
package io.nexum.gateway.account;

import org.jspecify.annotations.NullMarked;
