/** The side that decides: what a command works with, and where commands are sent. */
@NullMarked
package io.nexum.command;

import org.jspecify.annotations.NullMarked;
