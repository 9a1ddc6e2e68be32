package io.nexum.query.audit;

import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountEvent.AccountChanged;
import io.nexum.kernel.account.AccountEvent.AccountClosed;
import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.account.AccountEvent.AccountFrozen;
import io.nexum.kernel.account.AccountEvent.AccountOpened;
import io.nexum.kernel.account.AccountEvent.AccountUnfrozen;
import io.nexum.kernel.account.AccountEvent.HoldExpired;
import io.nexum.kernel.account.AccountEvent.HoldPlaced;
import io.nexum.kernel.account.AccountEvent.HoldReleased;
import io.nexum.kernel.account.AccountEvent.InterestAccrued;
import io.nexum.kernel.account.AccountEvent.InterestAgreed;
import io.nexum.kernel.account.AccountEvent.InterestPosted;
import io.nexum.kernel.account.AccountEvent.LowBalanceReached;
import io.nexum.kernel.account.AccountEvent.MonthlyFeesSettled;
import io.nexum.kernel.account.AccountEvent.ProductAssigned;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.AccountQuery.AccountView;
import io.nexum.kernel.account.AccountStatus;
import io.nexum.kernel.account.Hold;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductVersion;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An account told from its events alone. The balance is the sum of what came and went, not what the events say it is
 * after each: where the two differ the events contradict themselves and the replay refuses.
 */
final class AccountHistory {
    private final AccountOpened opened;
    private final Instant createdAt;
    private final Map<HoldId, Hold> holds = new LinkedHashMap<>();
    private Instant updatedAt;
    private String name;
    private AccountLimits limits;
    private Map<String, Object> metadata;
    private AccountStatus status = AccountStatus.ACTIVE;
    private Money balance;
    private Optional<ProductVersion> product = Optional.empty();

    AccountHistory(AccountOpened opened, Instant at) {
        this.opened = opened;
        this.createdAt = at;
        this.updatedAt = at;
        this.name = opened.name();
        this.limits = opened.limits();
        this.metadata = opened.metadata();
        this.balance = Money.zero(opened.currency());
    }

    void next(AccountEvent event, Instant at) {
        updatedAt = at;
        switch (event) {
            case AccountOpened again -> throw new IllegalStateException("account " + again.account() + " opens twice");
            case AccountChanged changed -> {
                name = changed.name();
                limits = changed.limits();
                metadata = changed.metadata();
            }
            case AccountCredited credited ->
                moveTo(balance.plus(credited.movement().amount()), credited.balance());
            case AccountDebited debited -> {
                moveTo(balance.minus(debited.movement().amount()), debited.balance());
                debited.hold()
                        .ifPresent(hold -> capture(hold, debited.movement().amount()));
            }
            case HoldPlaced placed ->
                holds.put(
                        placed.hold(),
                        new Hold(placed.hold(), placed.amount(), placed.amount(), placed.reason(), placed.expiresAt()));
            case HoldReleased released -> holds.remove(released.hold());
            case HoldExpired expired -> holds.remove(expired.hold());
            case AccountFrozen frozen -> status = AccountStatus.FROZEN;
            case AccountUnfrozen unfrozen -> status = AccountStatus.ACTIVE;
            case AccountClosed closed -> status = AccountStatus.CLOSED;
            case InterestAgreed agreed -> {}
            case InterestAccrued accrued -> {}
            case InterestPosted posted -> {}
            case LowBalanceReached low -> {}
            case MonthlyFeesSettled settled -> {}
            case ProductAssigned assigned -> {
                limits = assigned.limits();
                product = Optional.of(assigned.product());
            }
        }
    }

    private void moveTo(Money sum, Money told) {
        if (!sum.equals(told)) {
            throw new IllegalStateException("the events of account " + opened.account() + " add up to " + sum
                    + " where one of them says " + told);
        }
        balance = sum;
    }

    private void capture(HoldId id, Money amount) {
        holds.computeIfPresent(id, (same, hold) -> {
            Hold left = hold.lessen(amount);
            return left.remaining().isPositive() ? left : null;
        });
    }

    /** The account, with the holds that count at an instant. */
    AccountView viewAt(Instant at) {
        Money held = Money.zero(opened.currency());
        for (Hold hold : holds.values()) {
            if (!hold.hasExpiredAt(at)) {
                held = held.plus(hold.remaining());
            }
        }
        return new AccountView(
                opened.account(),
                opened.customer(),
                opened.accountNumber(),
                opened.productType(),
                opened.productCode(),
                opened.currency(),
                name,
                opened.timeZone(),
                status,
                limits,
                balance,
                held,
                balance.minus(held).plus(limits.overdraftLimit()),
                metadata,
                opened.openedOn(),
                createdAt,
                updatedAt,
                product);
    }
}
