package io.nexum.kernel.loan;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Another rate in the midst of a loan's life.
 *
 * @param from the first day that costs the new rate
 * @param annualRate as a fraction: 0.04 is 4 % a year
 */
public record RateChange(LocalDate from, BigDecimal annualRate) {}
