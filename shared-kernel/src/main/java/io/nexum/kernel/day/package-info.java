/** The vocabulary of the bank's day: its business date, its holidays and what closing a day has done. */
@NullMarked
package io.nexum.kernel.day;

import org.jspecify.annotations.NullMarked;
