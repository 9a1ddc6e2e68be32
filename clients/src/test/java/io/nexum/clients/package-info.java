/** Clients of the API, made by a generator of its document. */
@NullMarked
package io.nexum.clients;

import org.jspecify.annotations.NullMarked;
