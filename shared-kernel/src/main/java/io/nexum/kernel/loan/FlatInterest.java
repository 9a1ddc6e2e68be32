package io.nexum.kernel.loan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/**
 * Interest on all that was disbursed, whatever has been paid back. It is the same in each period as long as neither
 * what was disbursed nor the rate changes, however many days a period has.
 */
record FlatInterest(List<Period> periods, LoanInterest interest, NavigableMap<LocalDate, BigDecimal> paidOut) {
    /** Each period's interest: parts of a total that is rounded once; the last one takes what rounding leaves. */
    List<BigDecimal> parts(Amounts amounts) {
        List<BigDecimal> even = evenly(exactly());
        BigDecimal left = amounts.rounded(even.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        List<BigDecimal> parts = new ArrayList<>();
        for (BigDecimal part : even) {
            boolean last = parts.size() == even.size() - 1;
            parts.add(last ? left : amounts.rounded(part).min(left));
            left = left.subtract(parts.getLast());
        }
        return parts;
    }

    private List<BigDecimal> exactly() {
        List<BigDecimal> exact = new ArrayList<>();
        BigDecimal owed = BigDecimal.ZERO;
        for (Period period : periods) {
            exact.add(interest.of(period, owed, paidOut));
            owed = owed.add(Repayment.movedIn(period, paidOut));
        }
        return exact;
    }

    private List<BigDecimal> evenly(List<BigDecimal> exact) {
        List<BigDecimal> even = new ArrayList<>();
        for (int i = 1; i <= exact.size(); i++) {
            if (i == exact.size() || changesBetween(i)) {
                List<BigDecimal> alike = exact.subList(even.size(), i);
                BigDecimal sum = alike.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                BigDecimal each = sum.divide(BigDecimal.valueOf(alike.size()), MathContext.DECIMAL128);
                alike.forEach(part -> even.add(each));
            }
        }
        return even;
    }

    /** Whether a period costs something else than the one before it. */
    private boolean changesBetween(int i) {
        Period before = periods.get(i - 1);
        return changesIn(periods.get(i), true) || changesIn(before, false);
    }

    private boolean changesIn(Period period, boolean alsoOnItsFirstDay) {
        return interest.changesIn(period, alsoOnItsFirstDay)
                || !paidOut.subMap(period.from(), alsoOnItsFirstDay, period.due(), false)
                        .isEmpty();
    }
}
