package io.nexum.command.account;

import io.nexum.command.Workspace;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountRefusal;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductFee.Condition;
import io.nexum.kernel.product.ProductFee.Event;
import io.nexum.kernel.transaction.Channel;
import io.nexum.kernel.transaction.Movement;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is settled when an account closes: its interest, the fees of its product for closing, and what is left then. */
final class AccountClosing {
    private final OpenedAccount account;
    private final LocalDate today;
    private final List<AccountEvent> events = new ArrayList<>();
    private OpenedAccount now;

    private AccountClosing(OpenedAccount account, LocalDate today) {
        this.account = account;
        this.today = today;
        this.now = account;
    }

    /**
     * Leaves the account at zero. What is left then is paid out in cash: interest, and the minimum that had to stay.
     *
     * @throws RefusedException if more than that and the fees is on it, or less than is owed
     */
    static List<AccountEvent> settle(OpenedAccount account, Workspace work) {
        AccountClosing closing = new AccountClosing(account, work.bookingDate());
        closing.happen(InterestAgreements.end(account, work));
        closing.charge();
        closing.payOut();
        return closing.events;
    }

    private void charge() {
        Map<ProductFee, Money> fees = FeePostings.amounts(closingFees(), now.balance());
        Money total = fees.values().stream().reduce(Money.zero(now.currency()), Money::plus);
        Money left = now.balance().minus(total);
        if (left.isNegative() || left.isMoreThan(mayBeLeft())) {
            throw new RefusedException(
                    total.isZero()
                            ? new AccountRefusal.BalanceNotZero(account.id(), now.balance())
                            : new AccountRefusal.BalanceIsNotClosingFees(account.id(), now.balance(), total));
        }
        fees.forEach((fee, amount) -> happen(FeePostings.take(now, fee, amount, account.id() + "/closing", today)));
    }

    private List<ProductFee> closingFees() {
        return account.terms().stream()
                .flatMap(terms -> terms.conditions().feesFor(Event.CLOSING).stream())
                .filter(this::applies)
                .toList();
    }

    private boolean applies(ProductFee fee) {
        return fee.condition() == Condition.CLOSED_WITHIN_DAYS
                ? fee.withinDays()
                        .filter(days -> !today.isAfter(account.openedOn().plusDays(days)))
                        .isPresent()
                : FeePostings.applies(fee, now.balance());
    }

    /** What its holder couldn't take off it before: the interest until today, and a minimum that has to stay. */
    private Money mayBeLeft() {
        Money none = Money.zero(now.currency());
        Money interest = now.balance().minus(account.balance());
        Money minimum = account.mayMissMinimum() ? none : account.limits().minimumBalance();
        return minimum.plus(interest.isNegative() ? none : interest);
    }

    private void payOut() {
        Money left = now.balance();
        if (left.isPositive()) {
            String id = account.id() + "/closing/payout";
            Movement payout = new Movement(
                    new TransactionId(UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))),
                    TransactionType.WITHDRAWAL,
                    left,
                    today,
                    today,
                    "Paid out at closing",
                    Optional.empty(),
                    Channel.SYSTEM,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of());
            happen(AccountPostings.takenByBank(now, payout, JournalLine.credit(DefaultChart.CASH, left)));
        }
    }

    private void happen(List<AccountEvent> more) {
        events.addAll(more);
        now = InterestAgreements.after(now, more);
    }
}
