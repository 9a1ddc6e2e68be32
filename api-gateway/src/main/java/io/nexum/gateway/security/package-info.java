/** Who may come in: users, sessions, tokens and the rules of access. */
@NullMarked
package io.nexum.gateway.security;

import org.jspecify.annotations.NullMarked;
