package io.nexum.kernel.loan;

import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * What a loan earns from one payment to the next, due then or, in a grace, later.
 *
 * @param interest of the whole period, rounded once
 * @param spans its days in order, without gaps
 */
public record PeriodInterest(LocalDate from, LocalDate due, Money interest, List<InterestSpan> spans) {
    public PeriodInterest {
        spans = List.copyOf(spans);
    }

    /** What is earned by the start of a day, rounded HALF_EVEN: nothing on the first day, all on the due day. */
    public Money earnedBy(LocalDate date) {
        if (!date.isBefore(due)) {
            return interest;
        }
        BigDecimal earned = spans.stream().map(span -> span.earnedBy(date)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.of(earned.setScale(interest.currency().decimals(), RoundingMode.HALF_EVEN), interest.currency());
    }
}
