/** Exchange rates, as the read side remembers them. */
@NullMarked
package io.nexum.query.rate;

import org.jspecify.annotations.NullMarked;
