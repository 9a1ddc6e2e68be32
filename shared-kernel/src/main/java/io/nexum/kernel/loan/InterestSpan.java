package io.nexum.kernel.loan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Days in a row with one balance and one rate. Within them interest is earned evenly, day by day.
 *
 * @param to the first day that is no longer part of it
 * @param interest of all its days, not rounded
 */
public record InterestSpan(LocalDate from, LocalDate to, BigDecimal interest) {
    /** What is earned by the start of a day, not rounded. */
    public BigDecimal earnedBy(LocalDate date) {
        if (!date.isBefore(to)) {
            return interest;
        }
        if (!date.isAfter(from)) {
            return BigDecimal.ZERO;
        }
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, date));
        return interest.multiply(days)
                .divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to)), MathContext.DECIMAL128);
    }

    static BigDecimal sum(List<InterestSpan> spans) {
        BigDecimal sum = BigDecimal.ZERO;
        for (InterestSpan span : spans) {
            sum = sum.add(span.interest());
        }
        return sum;
    }
}
