/** Personal data over HTTP: who sees them, and the keys that keep them. */
@NullMarked
package io.nexum.gateway.privacy;

import org.jspecify.annotations.NullMarked;
