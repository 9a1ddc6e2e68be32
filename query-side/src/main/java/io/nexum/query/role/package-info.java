/** Roles, as the read side remembers them. */
@NullMarked
package io.nexum.query.role;

import org.jspecify.annotations.NullMarked;
