/** The vocabulary of API keys: what machines prove themselves with. */
@NullMarked
package io.nexum.kernel.apikey;

import org.jspecify.annotations.NullMarked;
