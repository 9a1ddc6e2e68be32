package io.nexum.command.account;

import io.nexum.command.Claim;
import io.nexum.command.Workspace;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountEvent.InterestAgreed;
import io.nexum.kernel.account.InterestAgreement;
import io.nexum.kernel.product.InterestConditions;
import io.nexum.kernel.product.ProductGlAccounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    /** Posts all interest of an account that is about to close. */
    static List<AccountEvent> end(OpenedAccount account, Workspace work) {
        if (account.interest().isEmpty()) {
            return List.of();
        }
        work.release(DepositInterest.MEMBERSHIP, account.id().toString());
        return InterestBooking.settle(account, work.bookingDate().minusDays(1), work.bookingDate());
    }
}
