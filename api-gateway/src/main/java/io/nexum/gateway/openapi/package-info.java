/** What the API says about itself. */
@NullMarked
package io.nexum.gateway.openapi;

import org.jspecify.annotations.NullMarked;
