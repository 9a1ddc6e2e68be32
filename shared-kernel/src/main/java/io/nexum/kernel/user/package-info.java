/** The vocabulary of users: the bank's own people, who log in. */
@NullMarked
package io.nexum.kernel.user;

import org.jspecify.annotations.NullMarked;
