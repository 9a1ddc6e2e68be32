/** Exchange rates over HTTP. */
@NullMarked
package io.nexum.gateway.rate;

import org.jspecify.annotations.NullMarked;
