package io.nexum.gateway.interest;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountEvent.InterestAccrued;
import io.nexum.kernel.account.AccountEvent.InterestPosted;
import io.nexum.kernel.money.Money;
import java.util.List;
import java.util.TreeMap;

/** What a run over many accounts came to in money. Several threads may add to it. */
final class InterestTotals {
    private final Sums earned = new Sums();
    private final Sums charged = new Sums();
    private final Sums postedEarned = new Sums();
    private final Sums withheld = new Sums();
    private final Sums postedCharged = new Sums();

    /** Sums of each currency, by its code. */
    private static final class Sums {
        private final TreeMap<String, Money> byCurrency = new TreeMap<>();

        void add(Money amount) {
            byCurrency.merge(amount.currency().code(), amount, Money::plus);
        }

        List<Money> amounts() {
            return byCurrency.values().stream().filter(sum -> !sum.isZero()).toList();
        }
    }

    synchronized void add(List<DomainEvent> events) {
        for (DomainEvent event : events) {
            if (event instanceof InterestAccrued accrued) {
                earned.add(accrued.earned());
                charged.add(accrued.charged());
            } else if (event instanceof InterestPosted posted) {
                postedEarned.add(posted.earned());
                withheld.add(posted.withheld());
                postedCharged.add(posted.charged());
            }
        }
    }

    /** By how much more is owed to holders than before. */
    synchronized List<Money> earned() {
        return earned.amounts();
    }

    /** By how much more holders owe for overdrafts than before. */
    synchronized List<Money> charged() {
        return charged.amounts();
    }

    /** What went to accounts, before tax. */
    synchronized List<Money> postedEarned() {
        return postedEarned.amounts();
    }

    /** What of that was kept back as tax. */
    synchronized List<Money> withheld() {
        return withheld.amounts();
    }

    /** What was taken from accounts for overdrafts. */
    synchronized List<Money> postedCharged() {
        return postedCharged.amounts();
    }
}
