/** Tenants and what they use, as the read side remembers them. */
@NullMarked
package io.nexum.query.tenant;

import org.jspecify.annotations.NullMarked;
