package io.nexum.command.store;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.Posting;
import io.nexum.kernel.money.Currency;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The last line of defence of the books: what is appended together balances in each currency. */
public final class Balance {
    private Balance() {}

    /** @throws IllegalStateException if debits and credits differ in a currency: the caller has a bug */
    public static void mustHold(List<? extends DomainEvent> events) {
        Map<Currency, BigDecimal> sums = new HashMap<>();
        for (DomainEvent event : events) {
            if (event instanceof Posting posting) {
                for (JournalLine line : posting.lines()) {
                    sums.merge(line.amount().currency(), line.signed().amount(), BigDecimal::add);
                }
            }
        }
        sums.forEach((currency, sum) -> {
            if (sum.signum() != 0) {
                throw new IllegalStateException("the unit of work is out of balance by " + sum + " " + currency);
            }
        });
    }
}
