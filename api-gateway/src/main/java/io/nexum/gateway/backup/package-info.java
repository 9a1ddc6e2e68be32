/** The log in a file, and back. */
@NullMarked
package io.nexum.gateway.backup;

import org.jspecify.annotations.NullMarked;
