/** Who may do what. */
@NullMarked
package io.nexum.kernel.access;

import org.jspecify.annotations.NullMarked;
