/** What accounts earn, over HTTP. */
@NullMarked
package io.nexum.gateway.interest;

import org.jspecify.annotations.NullMarked;
