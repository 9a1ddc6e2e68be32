package io.nexum.kernel.interest;

import io.nexum.kernel.interest.RateTiers.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One step of a calculation of interest: a balance, for some days, at its rates.
 *
 * @param from its first day
 * @param to the day after its last one
 * @param balance what earned, interest that was compounded included; a mean to 34 digits
 * @param slices which part of the balance earned which rate
 * @param days as the day count counts them, in {@code daysOfYear}ths of a year
 */
public record InterestLine(
        LocalDate from,
        LocalDate to,
        BigDecimal balance,
        List<Slice> slices,
        long days,
        int daysOfYear,
        ExactInterest interest) {}
