package io.nexum.command.loan;

import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a loan's payments came from, and what the borrower's bank took back of them. */
public record PaymentTrail(List<Source> sources, List<TakenBack> takenBack) {
    static final PaymentTrail NONE = new PaymentTrail(List.of(), List.of());

    public PaymentTrail {
        sources = List.copyOf(sources);
        takenBack = List.copyOf(takenBack);
    }

    /** The account that a payment came from. */
    public record Source(TransactionId payment, AccountId account) {}

    /** A part of a payment, or all of it, that was charged back. */
    public record TakenBack(TransactionId payment, Money amount) {}

    Optional<AccountId> source(TransactionId payment) {
        return sources.stream()
                .filter(source -> source.payment().equals(payment))
                .map(Source::account)
                .findFirst();
    }

    /** How much of a payment is no longer there, in all; added to zero of its currency. */
    Money takenBack(TransactionId payment, Money zero) {
        return takenBack.stream()
                .filter(back -> back.payment().equals(payment))
                .map(TakenBack::amount)
                .reduce(zero, Money::plus);
    }

    PaymentTrail plus(Source source) {
        List<Source> more = new ArrayList<>(sources);
        more.add(source);
        return new PaymentTrail(more, takenBack);
    }

    PaymentTrail plus(TakenBack back) {
        List<TakenBack> more = new ArrayList<>(takenBack);
        more.add(back);
        return new PaymentTrail(sources, more);
    }
}
