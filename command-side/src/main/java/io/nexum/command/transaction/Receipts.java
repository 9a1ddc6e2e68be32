package io.nexum.command.transaction;

import io.nexum.command.account.AccountState;
import io.nexum.command.account.OpenedAccount;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.transaction.Movement;
import io.nexum.kernel.transaction.Receipt;
import io.nexum.kernel.transaction.Receipt.BalanceAfter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the client of a movement is told. */
final class Receipts {
    private Receipts() {}

    /** @param movement as the debited account's statement tells it, or the credited one's where none is debited */
    static Receipt of(
            Movement movement,
            Optional<AccountId> from,
            Optional<AccountId> to,
            Optional<HoldId> hold,
            Instant at,
            List<OpenedAccount> after) {
        return new Receipt(
                movement.transaction(),
                movement.type(),
                from,
                to,
                movement.amount(),
                movement.counterAmount(),
                movement.rate(),
                after.stream()
                        .map(account -> new BalanceAfter(account.id(), account.balance(), account.available(at)))
                        .toList(),
                movement.description(),
                movement.reference(),
                movement.channel(),
                movement.bookingDate(),
                movement.valueDate(),
                at,
                movement.reverses(),
                hold,
                movement.metadata());
    }

    /** The accounts that the events touch, as they are after them, in the order in which they are touched. */
    static List<OpenedAccount> accountsAfter(List<AccountEvent> events, Book book) {
        Map<AccountId, OpenedAccount> after = new LinkedHashMap<>();
        for (AccountEvent event : events) {
            AccountId id = event.account();
            OpenedAccount before = after.containsKey(id) ? after.get(id) : book.account(id);
            after.put(id, (OpenedAccount) AccountState.evolve(before, event));
        }
        return List.copyOf(after.values());
    }
}
