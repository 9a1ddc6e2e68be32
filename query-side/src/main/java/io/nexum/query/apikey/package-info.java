/** API keys, as the read side remembers them. */
@NullMarked
package io.nexum.query.apikey;

import org.jspecify.annotations.NullMarked;
