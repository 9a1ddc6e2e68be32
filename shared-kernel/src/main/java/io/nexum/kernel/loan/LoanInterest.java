package io.nexum.kernel.loan;

import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.loan.LoanTerms.InterestTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a balance costs in a period.
 *
 * <p>A period's factor is {@code annual rate * months / 12} where months are equal, else what the day count makes of
 * its days, to 12 significant digits. Where the rate or the balance changes within a period, the parts are summed
 * unrounded.
 */
final class LoanInterest {
    private static final BigDecimal MONTHS_OF_YEAR = BigDecimal.valueOf(12);

    private final NavigableMap<LocalDate, BigDecimal> rates;
    private final boolean equalMonths;
    private final DayCount dayCount;

    private LoanInterest(NavigableMap<LocalDate, BigDecimal> rates, boolean equalMonths, DayCount dayCount) {
        this.rates = rates;
        this.equalMonths = equalMonths;
        this.dayCount = dayCount;
    }

    static LoanInterest of(LoanTerms loan) {
        InterestTerms terms = loan.interest();
        NavigableMap<LocalDate, BigDecimal> rates = new TreeMap<>();
        rates.put(loan.start(), terms.annualRate());
        terms.changes().forEach(change -> rates.put(change.from(), change.annualRate()));
        boolean thirties =
                terms.dayCount() == DayCount.THIRTY_360_US || terms.dayCount() == DayCount.THIRTY_360_EUROPEAN;
        boolean equalPeriods = terms.period() == InterestPeriod.SAME_AS_PAYMENT;
        boolean equalMonths = equalPeriods && loan.plan().frequency().unit().isOfMonths();
        // Where periods are equal, a week has 7 days of 360, not what is left of a month of 30.
        return new LoanInterest(rates, equalMonths, equalPeriods && thirties ? DayCount.ACTUAL_360 : terms.dayCount());
    }

    /** The same, but that nothing is earned while a pause lasts. */
    LoanInterest paused(List<InterestPause> pauses) {
        NavigableMap<LocalDate, BigDecimal> paused = new TreeMap<>(rates);
        for (InterestPause pause : pauses) {
            BigDecimal after = rateOn(paused, pause.until());
            paused.subMap(pause.from(), true, pause.until(), false).clear();
            paused.put(pause.from(), BigDecimal.ZERO);
            paused.put(pause.until(), after);
        }
        return new LoanInterest(paused, equalMonths, dayCount);
    }

    /** The rate of a day; before the loan began it is the first one. */
    private static BigDecimal rateOn(NavigableMap<LocalDate, BigDecimal> rates, LocalDate day) {
        Map.Entry<LocalDate, BigDecimal> known = rates.floorEntry(day);
        return known == null ? rates.firstEntry().getValue() : known.getValue();
    }

    /** The same as one who knows nothing yet of rates from a date on; the first rate is always known. */
    LoanInterest knownBefore(LocalDate date) {
        NavigableMap<LocalDate, BigDecimal> known = new TreeMap<>(rates.headMap(date, false));
        known.put(rates.firstKey(), rates.firstEntry().getValue());
        return new LoanInterest(known, equalMonths, dayCount);
    }

    boolean changesIn(Period period, boolean alsoOnItsFirstDay) {
        return !rates.subMap(period.from(), alsoOnItsFirstDay, period.due(), false)
                .isEmpty();
    }

    /** The interest on one unit of money in a whole period. */
    BigDecimal factor(Period period) {
        return factor(period, period.from(), period.due());
    }

    /**
     * The interest of a period in its parts, not rounded: a new part begins wherever the balance or the rate changes.
     *
     * @param opening what was owed when it began
     * @param moved how the balance changed on which day, in any period
     */
    List<InterestSpan> spans(Period period, BigDecimal opening, NavigableMap<LocalDate, BigDecimal> moved) {
        NavigableMap<LocalDate, BigDecimal> within = moved.subMap(period.from(), true, period.due(), false);
        if (within.isEmpty() && !changesIn(period, false)) {
            return List.of(new InterestSpan(
                    period.from(), period.due(), opening.multiply(atOneRate(period, period.from(), period.due()))));
        }
        SortedSet<LocalDate> cuts = new TreeSet<>(within.keySet());
        cuts.addAll(rates.subMap(period.from(), false, period.due(), false).keySet());
        cuts.add(period.due());
        List<InterestSpan> spans = new ArrayList<>();
        BigDecimal balance = opening;
        LocalDate from = period.from();
        for (LocalDate cut : cuts) {
            if (cut.isAfter(from)) {
                spans.add(new InterestSpan(from, cut, balance.multiply(atOneRate(period, from, cut))));
            }
            balance = balance.add(within.getOrDefault(cut, BigDecimal.ZERO));
            from = cut;
        }
        return spans;
    }

    /** The interest of a period, not rounded. */
    BigDecimal of(Period period, BigDecimal opening, NavigableMap<LocalDate, BigDecimal> moved) {
        return InterestSpan.sum(spans(period, opening, moved));
    }

    private BigDecimal factor(Period period, LocalDate from, LocalDate to) {
        BigDecimal factor = BigDecimal.ZERO;
        LocalDate start = from;
        for (LocalDate change : rates.subMap(from, false, to, false).keySet()) {
            factor = factor.add(atOneRate(period, start, change));
            start = change;
        }
        return factor.add(atOneRate(period, start, to));
    }

    private BigDecimal atOneRate(Period period, LocalDate from, LocalDate to) {
        BigDecimal rate = rateOn(rates, from);
        if (!equalMonths) {
            return dayCount.factor(rate, from, to);
        }
        BigDecimal months =
                period.calendar().months(to).subtract(period.calendar().months(from));
        return rate.multiply(months).divide(MONTHS_OF_YEAR, DayCount.PRECISION);
    }
}
