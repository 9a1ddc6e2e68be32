/** The life of the bank's users. */
@NullMarked
package io.nexum.command.user;

import org.jspecify.annotations.NullMarked;
