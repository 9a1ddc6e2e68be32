/** How both sides get to the tables of a tenant. */
@NullMarked
package io.nexum.kernel.store;

import org.jspecify.annotations.NullMarked;
