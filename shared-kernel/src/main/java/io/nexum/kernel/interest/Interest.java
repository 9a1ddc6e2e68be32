package io.nexum.kernel.interest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;

/** The two textbook formulas, on a principal that doesn't change. */
public final class Interest {
    private static final MathContext POWERS = new MathContext(50, RoundingMode.HALF_EVEN);

    private Interest() {}

    /**
     * {@code principal * rate * days / days of the year}, exactly.
     *
     * @param annualRate as a fraction: 0.05 is 5 % a year
     * @param from the first day that counts
     * @param to the first that doesn't
     */
    public static ExactInterest simple(
            BigDecimal principal, BigDecimal annualRate, DayCount dayCount, LocalDate from, LocalDate to) {
        return new ExactInterest(
                principal.multiply(annualRate).multiply(BigDecimal.valueOf(dayCount.days(from, to))),
                BigDecimal.valueOf(dayCount.daysOfYear()));
    }

    /**
     * {@code principal * ((1 + rate / n) ^ periods - 1)} with n periods a year, to 50 digits.
     *
     * @param annualRate as a fraction: 0.05 is 5 % a year
     * @param periods how many, from 0
     */
    public static ExactInterest compound(
            BigDecimal principal, BigDecimal annualRate, InterestFrequency frequency, int periods) {
        BigDecimal perPeriod = annualRate.divide(BigDecimal.valueOf(frequency.perYear()), POWERS);
        BigDecimal growth = BigDecimal.ONE.add(perPeriod).pow(periods, POWERS);
        return new ExactInterest(principal.multiply(growth.subtract(BigDecimal.ONE)), BigDecimal.ONE);
    }
}
