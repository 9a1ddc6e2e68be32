/** Roles over HTTP. */
@NullMarked
package io.nexum.gateway.role;

import org.jspecify.annotations.NullMarked;
