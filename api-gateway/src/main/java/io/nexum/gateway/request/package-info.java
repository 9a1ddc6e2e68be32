/** How a request's body and parameters are read: precisely, and with everything that is wrong told at once. */
@NullMarked
package io.nexum.gateway.request;

import org.jspecify.annotations.NullMarked;
