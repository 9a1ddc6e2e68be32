package io.nexum.command.transaction;

import io.nexum.command.Claim;
import io.nexum.command.Workspace;
import io.nexum.command.account.AccountPostings;
import io.nexum.command.account.AccountState;
import io.nexum.command.account.OpenedAccount;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.account.AccountEvent.BalanceChanged;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.transaction.Movement;
import io.nexum.kernel.transaction.Receipt;
import io.nexum.kernel.transaction.TransactionCommand.Reverse;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionRefusal;
import io.nexum.kernel.transaction.TransactionType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Corrects a transaction by its mirror image: what was credited is debited and the reverse, with the original's value
 * date, so that balances as of any later day come out as if it had not been.
 */
final class Reversals {
    /** A transaction's events stand side by side in the log: at most two movements, each with an alert. */
    private static final int EVENTS_OF_A_TRANSACTION = 4;

    private Reversals() {}

    static Receipt reverse(Reverse command, Workspace work) {
        List<BalanceChanged> originals = originals(command, work);
        originals.stream()
                .map(BalanceChanged::account)
                .sorted(Comparator.comparing(AccountState::streamOf))
                .forEach(id -> work.load(AccountState.TYPE, AccountState.streamOf(id)));
        work.claim(new Claim(
                "reversal", command.original().toString(), new TransactionRefusal.AlreadyReversed(command.original())));

        Book book = WorkspaceBook.loadedFor(List.of(), work, Duration.ZERO);
        List<AccountEvent> events = new ArrayList<>();
        // Debits first: what can't be taken back refuses the whole.
        for (BalanceChanged original : originals) {
            if (original instanceof AccountCredited) {
                events.addAll(AccountPostings.debit(
                        book.account(original.account()),
                        mirror(original, command, book),
                        against(original),
                        book.at()));
            }
        }
        for (BalanceChanged original : originals) {
            if (original instanceof AccountDebited) {
                events.addAll(AccountPostings.credit(
                        book.account(original.account()), mirror(original, command, book), against(original)));
            }
        }
        List<OpenedAccount> after = Receipts.accountsAfter(events, book);
        work.recordAll(events);
        return receipt(events, after, book);
    }

    private static List<BalanceChanged> originals(Reverse command, Workspace work) {
        TransactionId id = command.original();
        List<BalanceChanged> found = new ArrayList<>();
        List<DomainEvent> events = work.eventsFrom(command.originalPosition(), EVENTS_OF_A_TRANSACTION);
        for (DomainEvent event : events) {
            if (event instanceof BalanceChanged changed && changed.transaction().equals(id)) {
                found.add(changed);
            }
        }
        if (found.isEmpty() || !found.getFirst().equals(events.getFirst()) || isHalf(found)) {
            throw new RefusedException(new Refusals.NotFound("transaction", id.toString()));
        }
        if (found.getFirst().movement().type() == TransactionType.REVERSAL) {
            throw new RefusedException(
                    new TransactionRefusal.NotReversible(id, "it is a reversal itself; enter the transaction anew"));
        }
        if (found.getFirst().movement().type().isOfInterest()) {
            throw new RefusedException(new TransactionRefusal.NotReversible(
                    id, "interest corrects itself when the entries that it was reckoned from are corrected"));
        }
        return found;
    }

    /** A movement between two accounts has two sides, told by two events. */
    private static boolean isHalf(List<BalanceChanged> found) {
        return found.size() == 1 && found.getFirst().movement().counterparty().isPresent();
    }

    private static Movement mirror(BalanceChanged original, Reverse command, Book book) {
        Movement movement = original.movement();
        return new Movement(
                command.transaction(),
                TransactionType.REVERSAL,
                movement.amount(),
                book.bookingDate(),
                movement.valueDate(),
                command.reason(),
                movement.reference(),
                movement.channel(),
                movement.counterparty(),
                movement.counterAmount(),
                movement.rate(),
                Optional.of(command.original()),
                movement.metadata());
    }

    private static Optional<JournalLine> against(BalanceChanged original) {
        return original.lines().stream()
                .filter(line -> line.subAccount().isEmpty())
                .findFirst()
                .map(JournalLine::mirrored);
    }

    private static Receipt receipt(List<AccountEvent> events, List<OpenedAccount> after, Book book) {
        Optional<AccountDebited> debited = first(events, AccountDebited.class);
        Optional<AccountCredited> credited = first(events, AccountCredited.class);
        Movement movement = debited.map(AccountDebited::movement)
                .or(() -> credited.map(AccountCredited::movement))
                .orElseThrow();
        return Receipts.of(
                movement,
                debited.map(AccountDebited::account),
                credited.map(AccountCredited::account),
                Optional.empty(),
                book.at(),
                after);
    }

    private static <T> Optional<T> first(List<AccountEvent> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
