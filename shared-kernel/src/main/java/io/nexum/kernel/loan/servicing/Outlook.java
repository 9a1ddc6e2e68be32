package io.nexum.kernel.loan.servicing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.nexum.kernel.loan.PeriodInterest;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;

/**
 * What a loan earns while nothing else can happen to it by itself. It saves working the loan out anew each day.
 *
 * @param quietUntil the last day that it holds for: after it something falls due, is late, ages or ends
 * @param period in which all those days are
 */
public record Outlook(LocalDate quietUntil, PeriodInterest period) {
    /** What is earned from the start of one day to the start of a later one, neither after {@link #quietUntil}. */
    @JsonIgnore
    public Money earned(LocalDate from, LocalDate to) {
        return period.earnedBy(to).minus(period.earnedBy(from));
    }

    public boolean holdsFor(LocalDate asOf) {
        return !asOf.isAfter(quietUntil);
    }
}
