package io.nexum.command.account;

import io.nexum.command.Claim;
import io.nexum.command.Workspace;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountEvent.InterestAgreed;
import io.nexum.kernel.account.AccountRefusal;
import io.nexum.kernel.account.InterestAgreement;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.InterestConditions;
import io.nexum.kernel.product.ProductGlAccounts;
import io.nexum.kernel.transaction.Channel;
import io.nexum.kernel.transaction.Movement;
import io.nexum.kernel.transaction.TransactionType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where interest begins, changes and ends. */
final class InterestAgreements {
    private InterestAgreements() {}

    /** The interest that a new account bears: its own, else its product's. */
    static void begin(OpenedAccount account, Optional<InterestConditions> own, Workspace work) {
        Optional<InterestConditions> conditions =
                own.or(() -> account.terms().flatMap(terms -> terms.conditions().interest()));
        work.recordAll(
                agree(account, new InterestAgreement(work.bookingDate(), conditions, glAccountsOf(account)), work));
    }

    static ProductGlAccounts glAccountsOf(OpenedAccount account) {
        return account.terms().map(terms -> terms.conditions().glAccounts()).orElse(ProductGlAccounts.NONE);
    }

    private static boolean isAsItIs(OpenedAccount account, InterestAgreement agreement) {
        return account.interest()
                .map(AccountInterest::current)
                .filter(now -> now.conditions().equals(agreement.conditions())
                        && now.glAccounts().equals(agreement.glAccounts()))
                .isPresent();
    }

    /** The account as it is after events of its own. */
    static OpenedAccount after(OpenedAccount account, List<AccountEvent> events) {
        OpenedAccount now = account;
        for (AccountEvent event : events) {
            now = (OpenedAccount) AccountState.evolve(now, event);
        }
        return now;
    }

    /** Other conditions from a day on; what accrued under those before is posted first. */
    static List<AccountEvent> agree(OpenedAccount account, InterestAgreement agreement, Workspace work) {
        List<AccountEvent> events = new ArrayList<>();
        if (isAsItIs(account, agreement)) {
            return List.of();
        } else if (account.interest().isPresent()) {
            LocalDate before = agreement.from().minusDays(1);
            events.addAll(InterestBooking.settle(account, before, work.bookingDate()));
        } else if (agreement.conditions().isEmpty()) {
            return List.of();
        } else {
            String id = account.id().toString();
            work.claim(new Claim(DepositInterest.MEMBERSHIP, id, new Refusals.AlreadyTaken("interest of account", id)));
        }
        events.add(new InterestAgreed(account.id(), agreement));
        return events;
    }

    /**
     * Posts all interest of an account that is about to close. Where that is all that there is, it is paid out in cash.
     *
     * @throws RefusedException if anything else is left, or owed
     */
    static List<AccountEvent> settleAtClosing(OpenedAccount account, Workspace work) {
        List<AccountEvent> events = new ArrayList<>();
        if (account.interest().isPresent()) {
            LocalDate yesterday = work.bookingDate().minusDays(1);
            events.addAll(InterestBooking.settle(account, yesterday, work.bookingDate()));
            work.release(DepositInterest.MEMBERSHIP, account.id().toString());
        }
        OpenedAccount settled = after(account, events);
        Money left = settled.balance();
        if (account.balance().isZero() && left.isPositive()) {
            events.addAll(AccountPostings.takenByBank(
                    settled, payout(account, left, work.bookingDate()), JournalLine.credit(DefaultChart.CASH, left)));
        } else if (!left.isZero()) {
            throw new RefusedException(new AccountRefusal.BalanceNotZero(account.id(), left));
        }
        return events;
    }

    private static Movement payout(OpenedAccount account, Money amount, LocalDate bookingDate) {
        return new Movement(
                InterestBooking.idOf(account, "payout"),
                TransactionType.WITHDRAWAL,
                amount,
                bookingDate,
                bookingDate,
                "Interest paid out at closing",
                Optional.empty(),
                Channel.SYSTEM,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
