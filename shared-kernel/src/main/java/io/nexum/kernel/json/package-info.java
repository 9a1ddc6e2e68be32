/** The one way this program reads and writes JSON. */
@NullMarked
package io.nexum.kernel.json;

import org.jspecify.annotations.NullMarked;
