package io.nexum.command.store;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.access.AmountLimit;
import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.Posting;
import io.nexum.kernel.ledger.Side;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionRefusal.AboveLimit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Holds every movement of money, whatever decided it, against how much the one who asks may move at once. A movement
 * between two accounts counts once, where it leaves.
 */
public final class CallersLimit {
    private CallersLimit() {}

    /** @throws RefusedException if the event moves more than is allowed */
    public static void mustAllow(DomainEvent event, AmountLimit limit) {
        if (limit.isNone() || !(event instanceof Posting posting)) {
            return;
        }
        for (Money amount : moved(posting)) {
            if (!limit.allows(amount)) {
                throw new RefusedException(new AboveLimit(amount, limit));
            }
        }
    }

    private static Collection<Money> moved(Posting posting) {
        return switch (posting) {
            case AccountDebited debited -> List.of(debited.movement().amount());
            case AccountCredited credited
            when credited.movement().counterparty().isPresent() -> List.of();
            case AccountCredited credited -> List.of(credited.movement().amount());
            default -> debits(posting.lines());
        };
    }

    /** What anything but a movement on an account moves in each currency. */
    private static Collection<Money> debits(List<JournalLine> lines) {
        return lines.stream()
                .filter(line -> line.side() == Side.DEBIT)
                .map(JournalLine::amount)
                .collect(Collectors.toMap(amount -> amount.currency().code(), amount -> amount, Money::plus))
                .values();
    }
}
