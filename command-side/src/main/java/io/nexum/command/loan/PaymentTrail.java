package io.nexum.command.loan;

import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a loan's payments came from, and what went back.
 *
 * @param sources the accounts that payments came from, by payment
 * @param chargedBack how much of which payment the borrower's bank took back
 */
public record PaymentTrail(Map<TransactionId, AccountId> sources, Map<TransactionId, Money> chargedBack) {
    static final PaymentTrail NONE = new PaymentTrail(Map.of(), Map.of());

    public PaymentTrail {
        sources = Map.copyOf(sources);
        chargedBack = Map.copyOf(chargedBack);
    }

    Optional<AccountId> source(TransactionId payment) {
        return Optional.ofNullable(sources.get(payment));
    }

    PaymentTrail from(TransactionId payment, AccountId account) {
        Map<TransactionId, AccountId> more = new HashMap<>(sources);
        more.put(payment, account);
        return new PaymentTrail(more, chargedBack);
    }

    PaymentTrail takenBack(TransactionId payment, Money amount) {
        Map<TransactionId, Money> more = new HashMap<>(chargedBack);
        more.merge(payment, amount, Money::plus);
        return new PaymentTrail(sources, more);
    }
}
