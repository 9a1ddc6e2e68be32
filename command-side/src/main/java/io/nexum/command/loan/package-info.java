/** Decides what happens to loans. */
@NullMarked
package io.nexum.command.loan;

import org.jspecify.annotations.NullMarked;
