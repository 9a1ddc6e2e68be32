/** How much each caller may ask for. */
@NullMarked
package io.nexum.gateway.limit;

import org.jspecify.annotations.NullMarked;
