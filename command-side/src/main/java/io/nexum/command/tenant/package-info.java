/** Deciding about tenants. */
@NullMarked
package io.nexum.command.tenant;

import org.jspecify.annotations.NullMarked;
