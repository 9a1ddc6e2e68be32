/** Movements of money over HTTP. */
@NullMarked
package io.nexum.gateway.transaction;

import org.jspecify.annotations.NullMarked;
