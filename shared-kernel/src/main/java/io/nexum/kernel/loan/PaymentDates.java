package io.nexum.kernel.loan;

import io.nexum.kernel.loan.PaymentFrequency.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The days a frequency apart from a first day on. Each is counted from the first day, so that none drifts.
 *
 * @param day of the month that payments by months and half months are on: the first day's own, or a later one that the
 *     first month lacks
 */
record PaymentDates(LocalDate start, int day, PaymentFrequency frequency, MonthEnd monthEnd) {
    private static final int HALF_A_MONTH = 15;

    PaymentDates(LocalDate start, PaymentFrequency frequency, MonthEnd monthEnd) {
        this(start, start.getDayOfMonth(), frequency, monthEnd);
    }

    /** The day of a payment; 0 is the first day itself. */
    LocalDate date(int payment) {
        return step(Math.multiplyExact(payment, frequency.every()));
    }

    /**
     * The months from the first day to another one after it: whole steps, and of the step that is not over the actual
     * days over its actual length. From 1 January to 18 February 2024 it is 1 and 17/29.
     */
    BigDecimal months(LocalDate to) {
        int perMonth = frequency.unit() == Unit.HALF_MONTHS ? 2 : 1;
        int steps = (int) Math.max(0, (ChronoUnit.MONTHS.between(start, to) - 1) * perMonth);
        while (!step(steps + 1).isAfter(to)) {
            steps++;
        }
        long days = ChronoUnit.DAYS.between(step(steps), to);
        long length = ChronoUnit.DAYS.between(step(steps), step(steps + 1));
        BigDecimal part = BigDecimal.valueOf(days).divide(BigDecimal.valueOf(length), MathContext.DECIMAL128);
        return BigDecimal.valueOf(steps).add(part).divide(BigDecimal.valueOf(perMonth), MathContext.DECIMAL128);
    }

    private LocalDate step(int units) {
        return switch (frequency.unit()) {
            case DAYS -> start.plusDays(units);
            case WEEKS -> start.plusWeeks(units);
            case HALF_MONTHS -> halfMonths(units);
            case MONTHS -> inMonth(units, day);
        };
    }

    private LocalDate halfMonths(int units) {
        if (units % 2 == 0) {
            return inMonth(units / 2, day);
        }
        return day <= HALF_A_MONTH
                ? inMonth(units / 2, day + HALF_A_MONTH)
                : inMonth(units / 2 + 1, day - HALF_A_MONTH);
    }

    private LocalDate inMonth(int months, int dayOfMonth) {
        return monthEnd.day(YearMonth.from(start).plusMonths(months), dayOfMonth);
    }
}
