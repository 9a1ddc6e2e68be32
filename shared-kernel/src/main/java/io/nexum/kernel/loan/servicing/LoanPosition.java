package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a loan has put on each account of the general ledger: debits above zero, credits below. What an event of the
 * loan posts is the difference of two positions, so the books follow the loan however an entry changed its past.
 *
 * @param amounts without those that are zero; they sum to zero
 */
public record LoanPosition(Currency currency, Map<LoanAccount, BigDecimal> amounts) {
    /** @throws IllegalArgumentException if the amounts don't sum to zero */
    public LoanPosition {
        Map<LoanAccount, BigDecimal> kept = new EnumMap<>(LoanAccount.class);
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<LoanAccount, BigDecimal> entry : amounts.entrySet()) {
            sum = sum.add(entry.getValue());
            if (entry.getValue().signum() != 0) {
                kept.put(entry.getKey(), entry.getValue());
            }
        }
        if (sum.signum() != 0) {
            throw new IllegalArgumentException("a loan's position is balanced, not off by " + sum);
        }
        amounts = Map.copyOf(kept);
    }

    public static LoanPosition none(Currency currency) {
        return new LoanPosition(currency, Map.of());
    }

    public Money on(LoanAccount account) {
        return Money.of(amounts.getOrDefault(account, BigDecimal.ZERO), currency);
    }

    /** What has to be posted to come from another position to this one. */
    public LoanPosition since(LoanPosition before) {
        Map<LoanAccount, BigDecimal> difference = new EnumMap<>(LoanAccount.class);
        difference.putAll(amounts);
        before.amounts.forEach((account, amount) -> difference.merge(account, amount.negate(), BigDecimal::add));
        return new LoanPosition(currency, difference);
    }
}
