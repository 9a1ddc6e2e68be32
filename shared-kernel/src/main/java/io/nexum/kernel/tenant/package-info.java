/** The vocabulary of tenants: the banks of one installation. */
@NullMarked
package io.nexum.kernel.tenant;

import org.jspecify.annotations.NullMarked;
