package io.nexum.kernel.loan;

import io.nexum.kernel.loan.PaymentFrequency.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The time from a loan's first disbursement to another day: whole units, and days beside them. Both laws on annual
 * rates measure the units back from the later day.
 *
 * @param units from 0
 * @param days from 0, less than one more unit
 */
record Elapsed(LocalDate from, LocalDate to, Unit unit, int units, int days) {
    private static final BigDecimal DAYS_OF_YEAR = BigDecimal.valueOf(365);
    private static final int DAYS_OF_HALF_MONTH = 15;
    private static final int DAYS_OF_WEEK = 7;
    private static final int MONTHS_OF_YEAR = 12;

    static Elapsed between(LocalDate from, LocalDate to, Unit unit) {
        int all = (int) ChronoUnit.DAYS.between(from, to);
        return switch (unit) {
            case DAYS -> new Elapsed(from, to, unit, all, 0);
            case WEEKS -> new Elapsed(from, to, unit, all / DAYS_OF_WEEK, all % DAYS_OF_WEEK);
            case MONTHS -> {
                int months = monthsBack(from, to);
                yield new Elapsed(from, to, unit, months, daysBefore(from, to, months));
            }
            case HALF_MONTHS -> {
                int months = monthsBack(from, to);
                int days = daysBefore(from, to, months);
                int half = days >= DAYS_OF_HALF_MONTH ? 1 : 0;
                yield new Elapsed(from, to, unit, 2 * months + half, days - half * DAYS_OF_HALF_MONTH);
            }
        };
    }

    /**
     * The times of a loan's payments. Those a frequency apart are whole units apart, whatever the lengths of the months,
     * wherever a payment of the 31st has fallen and wherever a day off has moved it: Regulation Z, section 17(c)(3),
     * lets such differences be disregarded.
     */
    static Map<LocalDate, Elapsed> ofPayments(LoanTerms terms) {
        PaymentFrequency frequency = terms.plan().frequency();
        List<Period> periods = Period.of(terms);
        List<Period> planned = Period.planned(terms);
        LocalDate first = planned.getFirst().due();
        boolean moved = !first.equals(Period.unmoved(terms).getFirst().due());
        Elapsed untilFirst = moved
                ? between(terms.start(), first, frequency.unit())
                : new Elapsed(terms.start(), first, frequency.unit(), frequency.every(), 0);
        Map<LocalDate, Elapsed> times = new HashMap<>();
        for (int i = 0; i < periods.size(); i++) {
            LocalDate due = planned.get(i).due();
            int units = untilFirst.units() + i * frequency.every();
            Elapsed time = terms.plan().dates().isEmpty()
                    ? new Elapsed(terms.start(), due, frequency.unit(), units, untilFirst.days())
                    : between(terms.start(), due, frequency.unit());
            times.put(periods.get(i).payment(), time);
        }
        return times;
    }

    /** The same in years of 12 months, 52 weeks or 365 days. */
    BigDecimal years() {
        return BigDecimal.valueOf(units)
                .divide(BigDecimal.valueOf(unit.perYear()), MathContext.DECIMAL128)
                .add(BigDecimal.valueOf(days).divide(DAYS_OF_YEAR, MathContext.DECIMAL128));
    }

    /**
     * An amount at this time, in unit-periods of so many units. A month has 30 days there, half a month 15; what is
     * left of a year, if it isn't whole months, is days of 365.
     */
    RegulationZ.Flow flow(BigDecimal amount, int length) {
        if (unit == Unit.MONTHS && length == MONTHS_OF_YEAR && days > 0) {
            int years = units / MONTHS_OF_YEAR;
            long rest = ChronoUnit.DAYS.between(from, to.minusYears(years));
            return new RegulationZ.Flow(
                    amount, years, BigDecimal.valueOf(rest).divide(DAYS_OF_YEAR, MathContext.DECIMAL128));
        }
        int all = units * unit.days() + days;
        int period = length * unit.days();
        BigDecimal fraction =
                BigDecimal.valueOf(all % period).divide(BigDecimal.valueOf(period), MathContext.DECIMAL128);
        return new RegulationZ.Flow(amount, all / period, fraction);
    }

    private static int monthsBack(LocalDate from, LocalDate to) {
        int months = (int) ChronoUnit.MONTHS.between(from, to) + 1;
        while (to.minusMonths(months).isBefore(from)) {
            months--;
        }
        return months;
    }

    private static int daysBefore(LocalDate from, LocalDate to, int months) {
        return (int) ChronoUnit.DAYS.between(from, to.minusMonths(months));
    }
}
