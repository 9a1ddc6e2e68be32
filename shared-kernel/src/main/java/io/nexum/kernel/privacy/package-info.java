/** Which data are personal, and the keys that keep them. */
@NullMarked
package io.nexum.kernel.privacy;

import org.jspecify.annotations.NullMarked;
