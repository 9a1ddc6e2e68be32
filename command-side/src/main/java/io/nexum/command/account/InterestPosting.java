package io.nexum.command.account;

import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountEvent.InterestPosted;
import io.nexum.kernel.account.PeriodInterest;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.GlRole;
import io.nexum.kernel.product.InterestConditions;
import io.nexum.kernel.transaction.Channel;
import io.nexum.kernel.transaction.Movement;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves interest that has accrued to the account, and keeps back the tax on it. */
final class InterestPosting {
    private final LocalDate through;
    private final LocalDate bookingDate;
    private final OpenedAccount before;
    private final List<AccountEvent> events = new ArrayList<>();
    private OpenedAccount account;

    private InterestPosting(OpenedAccount account, LocalDate through, LocalDate bookingDate) {
        this.before = account;
        this.account = account;
        this.through = through;
        this.bookingDate = bookingDate;
    }

    /**
     * Posts what has accrued for the periods that began by a day.
     *
     * @param through that day, the last one of the period that ends; the interest itself earns from the next one on
     */
    static List<AccountEvent> of(OpenedAccount account, LocalDate through, LocalDate bookingDate) {
        AccountInterest interest = account.interest().orElseThrow();
        Money earned = interest.earned();
        Money charged = interest.charged();
        for (PeriodInterest later : interest.booked()) {
            if (later.from().isAfter(through)) {
                earned = earned.minus(later.earned());
                charged = charged.minus(later.charged());
            }
        }
        return new InterestPosting(account, through, bookingDate).post(earned, charged, interest);
    }

    private List<AccountEvent> post(Money earned, Money charged, AccountInterest interest) {
        Money withheld = earned.convertedAt(withholdingRate(interest), earned.currency());
        happen(new InterestPosted(account.id(), through, earned, withheld, charged));
        move(
                earned,
                TransactionType.INTEREST_CREDIT,
                "Interest through " + through,
                gl(GlRole.INTEREST_PAYABLE, DefaultChart.INTEREST_PAYABLE, interest));
        move(
                withheld.negated(),
                TransactionType.WITHHOLDING_TAX,
                "Tax withheld on interest through " + through,
                gl(GlRole.TAX_PAYABLE, DefaultChart.TAXES_WITHHELD, interest));
        move(
                charged.negated(),
                TransactionType.INTEREST_DEBIT,
                "Overdraft interest through " + through,
                gl(GlRole.INTEREST_RECEIVABLE, DefaultChart.INTEREST_RECEIVABLE, interest));
        return events;
    }

    /** @param amount above zero if it goes to the account */
    private void move(Money amount, TransactionType type, String description, GlCode against) {
        if (amount.isZero()) {
            return;
        }
        Money size = amount.isNegative() ? amount.negated() : amount;
        TransactionId id = InterestBooking.idOf(before, type.name());
        Movement movement = new Movement(
                id,
                type,
                size,
                bookingDate,
                through,
                description,
                Optional.empty(),
                Channel.SYSTEM,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        List<AccountEvent> moved = amount.isNegative()
                ? AccountPostings.takenByBank(account, movement, JournalLine.credit(against, size))
                : AccountPostings.givenByBank(account, movement, JournalLine.debit(against, size));
        moved.forEach(this::happen);
    }

    private void happen(AccountEvent event) {
        events.add(event);
        account = (OpenedAccount) AccountState.evolve(account, event);
    }

    private static BigDecimal withholdingRate(AccountInterest interest) {
        return interest.current()
                .conditions()
                .map(InterestConditions::withholdingRate)
                .orElse(BigDecimal.ZERO);
    }

    private static GlCode gl(GlRole role, GlCode usual, AccountInterest interest) {
        return interest.current().glAccounts().of(role, usual);
    }
}
