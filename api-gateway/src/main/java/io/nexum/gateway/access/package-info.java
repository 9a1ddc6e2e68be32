/** What each route asks for, and who may enter it. */
@NullMarked
package io.nexum.gateway.access;

import org.jspecify.annotations.NullMarked;
