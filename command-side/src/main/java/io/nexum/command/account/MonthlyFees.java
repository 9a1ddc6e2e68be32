package io.nexum.command.account;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountEvent.MonthlyFeesSettled;
import io.nexum.kernel.account.AccountStatus;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductFee.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The fees of its product that an account pays at the end of each month. */
public final class MonthlyFees {
    private MonthlyFees() {}

    /** Whether its product has any, so that {@link #decide} can have something to do. */
    public static boolean areIn(OpenedAccount account) {
        return account.status() != AccountStatus.CLOSED
                && account.terms().filter(AccountTerms::chargeMonthly).isPresent();
    }

    /**
     * What the close of a day makes happen. Of a fee no more is taken than can be spent; the bank goes without the rest.
     * A month that was missed is made up for. A frozen account waits.
     *
     * @param at the instant by which holds count
     * @return empty unless a month that is not dealt with has ended by the day
     */
    public static List<DomainEvent> decide(OpenedAccount account, LocalDate day, Instant at) {
        List<DomainEvent> events = new ArrayList<>();
        if (!areIn(account) || account.status() != AccountStatus.ACTIVE) {
            return events;
        }
        OpenedAccount now = account;
        LocalDate monthsEnd = nextEnd(now);
        while (!monthsEnd.isAfter(day)) {
            List<AccountEvent> month = month(now, monthsEnd, day, at);
            for (AccountEvent event : month) {
                now = (OpenedAccount) AccountState.evolve(now, event);
            }
            events.addAll(month);
            monthsEnd = nextEnd(now);
        }
        return events;
    }

    /** The end of the first month that is not dealt with. */
    private static LocalDate nextEnd(OpenedAccount account) {
        LocalDate next = account.terms().orElseThrow().settledThrough().plusDays(1);
        return next.with(TemporalAdjusters.lastDayOfMonth());
    }

    private static List<AccountEvent> month(OpenedAccount account, LocalDate monthsEnd, LocalDate day, Instant at) {
        AccountTerms terms = account.terms().orElseThrow();
        List<AccountEvent> events = new ArrayList<>();
        OpenedAccount now = account;
        for (ProductFee fee : terms.conditions().fees()) {
            if (fee.event().isMonthly() && terms.isDue(fee, monthsEnd) && FeePostings.applies(fee, account.balance())) {
                Money amount = least(amount(fee, account, terms), now.spendable(at));
                if (amount.isPositive()) {
                    String cause = account.id() + "/" + monthsEnd;
                    List<AccountEvent> charged = FeePostings.charge(now, fee, amount, cause, day, monthsEnd, at);
                    for (AccountEvent event : charged) {
                        now = (OpenedAccount) AccountState.evolve(now, event);
                    }
                    events.addAll(charged);
                }
            }
        }
        events.add(new MonthlyFeesSettled(account.id(), monthsEnd));
        return events;
    }

    private static Money amount(ProductFee fee, OpenedAccount account, AccountTerms terms) {
        Money none = Money.zero(account.currency());
        if (fee.event() == Event.MAINTENANCE) {
            Money balance = account.balance();
            return fee.scale().on(balance.isNegative() ? none : balance);
        }
        Money missing = account.limits().minimumBalance().minus(terms.lowest());
        return missing.isPositive() ? fee.scale().on(missing) : none;
    }

    private static Money least(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }
}
