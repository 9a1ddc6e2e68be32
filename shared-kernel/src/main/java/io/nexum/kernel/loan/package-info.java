/** Loans: their terms, the schedules that follow from them, and what they cost a year. Pure functions, without a clock. */
@NullMarked
package io.nexum.kernel.loan;

import org.jspecify.annotations.NullMarked;
