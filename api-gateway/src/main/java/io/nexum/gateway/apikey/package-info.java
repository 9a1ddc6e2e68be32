/** API keys: how they are made and changed, and how a request proves itself with one. */
@NullMarked
package io.nexum.gateway.apikey;

import org.jspecify.annotations.NullMarked;
