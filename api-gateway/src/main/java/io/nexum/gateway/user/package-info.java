/** The bank's own people over HTTP, and how they come to their logins. */
@NullMarked
package io.nexum.gateway.user;

import org.jspecify.annotations.NullMarked;
