/** The vocabulary of roles: what those who hold them may do. */
@NullMarked
package io.nexum.kernel.role;

import org.jspecify.annotations.NullMarked;
