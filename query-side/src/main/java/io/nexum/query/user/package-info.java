/** Users and the roles that they hold, as the read side remembers them. */
@NullMarked
package io.nexum.query.user;

import org.jspecify.annotations.NullMarked;
