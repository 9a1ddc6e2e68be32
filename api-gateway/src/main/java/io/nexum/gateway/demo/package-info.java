/** A bank's first day, played through the REST API. */
@NullMarked
package io.nexum.gateway.demo;

import org.jspecify.annotations.NullMarked;
