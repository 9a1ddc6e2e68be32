/** The vocabulary of ways in: how users come in and go out, and what they prove themselves by. */
@NullMarked
package io.nexum.kernel.login;

import org.jspecify.annotations.NullMarked;
