package io.nexum.kernel.interest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;

/**
 * How the days between two dates become a part of a year. The first day counts, the last one doesn't.
 *
 * <p>The definitions are those of the 2006 ISDA Definitions, section 4.16, where they have it. {@link #ACTUAL_364} is
 * a lender's year of 52 weeks. {@link #ACTUAL_ACTUAL_DEC31} ends a year with the night before 31 December, as some
 * lending systems do; it is off {@link #ACTUAL_ACTUAL_ISDA} by one day where a period crosses into or out of a leap
 * year.
 */
public enum DayCount {
    ACTUAL_365,
    ACTUAL_360,
    ACTUAL_364,

    /** Months of 30 days; the last day of February and the 31st are the 30th (the bond basis, with February's end). */
    THIRTY_360_US,

    /** Months of 30 days; the 31st is the 30th, February ends when it ends (the Eurobond basis, 30E/360). */
    THIRTY_360_EUROPEAN,

    /** Each calendar year's days over that year's own number: the years meet at 1 January. */
    ACTUAL_ACTUAL_ISDA,

    /** The same, but the years meet at 31 December: 2023-12-12 to 2024-01-12 is 19/365 + 12/366. */
    ACTUAL_ACTUAL_DEC31;

    /** Factors are kept to 12 significant digits, HALF_EVEN. */
    public static final MathContext PRECISION = new MathContext(12, RoundingMode.HALF_EVEN);

    private static final int DAYS_OF_MONTH = 30;
    private static final int MONTHS = 12;
    private static final int COMMON_DAYS = 365 * 366;

    /**
     * The interest on one unit of money: {@code rate * days / days of the year}.
     *
     * @param annualRate as a fraction: 0.12 is 12 % a year
     * @return rounded to {@link #PRECISION}; a period over several years is a sum of such factors
     * @throws IllegalArgumentException if the period ends before it begins
     */
    public BigDecimal factor(BigDecimal annualRate, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period from " + from + " does not end on " + to);
        }
        return switch (this) {
            case ACTUAL_365 -> part(annualRate, actualDays(from, to), 365);
            case ACTUAL_360 -> part(annualRate, actualDays(from, to), 360);
            case ACTUAL_364 -> part(annualRate, actualDays(from, to), 364);
            case THIRTY_360_US -> part(annualRate, americanDays(from, to), 360);
            case THIRTY_360_EUROPEAN -> part(annualRate, europeanDays(from, to), 360);
            case ACTUAL_ACTUAL_ISDA -> byYears(annualRate, from, to);
            case ACTUAL_ACTUAL_DEC31 -> byYears(annualRate, from.plusDays(1), to.plusDays(1));
        };
    }

    /** The part of a year: the {@link #factor} of a rate of 1. */
    public BigDecimal yearFraction(LocalDate from, LocalDate to) {
        return factor(BigDecimal.ONE, from, to);
    }

    /**
     * The same without rounding: the days of a period, in {@link #daysOfYear}ths of a year.
     *
     * @throws IllegalArgumentException if the period ends before it begins
     */
    public long days(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period from " + from + " does not end on " + to);
        }
        return switch (this) {
            case ACTUAL_365, ACTUAL_360, ACTUAL_364 -> actualDays(from, to);
            case THIRTY_360_US -> americanDays(from, to);
            case THIRTY_360_EUROPEAN -> europeanDays(from, to);
            case ACTUAL_ACTUAL_ISDA -> commonDays(from, to);
            case ACTUAL_ACTUAL_DEC31 -> commonDays(from.plusDays(1), to.plusDays(1));
        };
    }

    /** How many {@link #days} a year has; where leap years have more, both kinds of year have 365 * 366. */
    public int daysOfYear() {
        return switch (this) {
            case ACTUAL_365 -> 365;
            case ACTUAL_360, THIRTY_360_US, THIRTY_360_EUROPEAN -> 360;
            case ACTUAL_364 -> 364;
            case ACTUAL_ACTUAL_ISDA, ACTUAL_ACTUAL_DEC31 -> COMMON_DAYS;
        };
    }

    private static long commonDays(LocalDate from, LocalDate to) {
        return sinceYearZero(to) - sinceYearZero(from);
    }

    /** From the year 0 to a day, where each year has 365 * 366 days. */
    private static long sinceYearZero(LocalDate day) {
        return (long) day.getYear() * COMMON_DAYS + (day.getDayOfYear() - 1L) * (COMMON_DAYS / day.lengthOfYear());
    }

    private static BigDecimal byYears(BigDecimal annualRate, LocalDate from, LocalDate to) {
        BigDecimal sum = BigDecimal.ZERO;
        LocalDate start = from;
        while (start.isBefore(to)) {
            LocalDate newYear = LocalDate.of(start.getYear() + 1, Month.JANUARY, 1);
            LocalDate end = newYear.isBefore(to) ? newYear : to;
            sum = sum.add(part(annualRate, actualDays(start, end), start.lengthOfYear()));
            start = end;
        }
        return sum;
    }

    private static long americanDays(LocalDate from, LocalDate to) {
        boolean fromFebruarysEnd = isFebruarysEnd(from);
        int first = fromFebruarysEnd ? DAYS_OF_MONTH : Math.min(from.getDayOfMonth(), DAYS_OF_MONTH);
        int last = to.getDayOfMonth();
        if ((fromFebruarysEnd && isFebruarysEnd(to)) || (last > DAYS_OF_MONTH && first == DAYS_OF_MONTH)) {
            last = DAYS_OF_MONTH;
        }
        return thirties(from, first, to, last);
    }

    private static long europeanDays(LocalDate from, LocalDate to) {
        return thirties(
                from, Math.min(from.getDayOfMonth(), DAYS_OF_MONTH), to, Math.min(to.getDayOfMonth(), DAYS_OF_MONTH));
    }

    private static long thirties(LocalDate from, int first, LocalDate to, int last) {
        long months = (long) (to.getYear() - from.getYear()) * MONTHS + to.getMonthValue() - from.getMonthValue();
        return months * DAYS_OF_MONTH + last - first;
    }

    private static boolean isFebruarysEnd(LocalDate date) {
        return date.getMonth() == Month.FEBRUARY && date.getDayOfMonth() == date.lengthOfMonth();
    }

    private static long actualDays(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    private static BigDecimal part(BigDecimal annualRate, long days, int daysOfYear) {
        return annualRate.multiply(BigDecimal.valueOf(days)).divide(BigDecimal.valueOf(daysOfYear), PRECISION);
    }
}
