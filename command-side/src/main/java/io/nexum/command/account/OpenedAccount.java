package io.nexum.command.account;

import io.nexum.kernel.account.AccountEvent.AccountChanged;
import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.account.AccountEvent.AccountOpened;
import io.nexum.kernel.account.AccountEvent.InterestAccrued;
import io.nexum.kernel.account.AccountEvent.InterestAgreed;
import io.nexum.kernel.account.AccountEvent.InterestPosted;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.AccountStatus;
import io.nexum.kernel.account.InterestAgreement;
import io.nexum.kernel.account.ProductType;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * An account that was opened, closed or not.
 *
 * @param outflow what left it on its own day and in its own month, as far as its limits count that
 * @param interest absent as long as none was ever agreed on
 */
public record OpenedAccount(
        AccountId id,
        CustomerId customer,
        ProductType productType,
        Currency currency,
        String name,
        ZoneId timeZone,
        LocalDate openedOn,
        AccountLimits limits,
        Map<String, Object> metadata,
        AccountStatus status,
        Money balance,
        Holds holds,
        Outflow outflow,
        Optional<AccountInterest> interest)
        implements AccountState {

    static OpenedAccount by(AccountOpened opened) {
        Currency currency = opened.currency();
        return new OpenedAccount(
                opened.account(),
                opened.customer(),
                opened.productType(),
                currency,
                opened.name(),
                opened.timeZone(),
                opened.openedOn(),
                opened.limits(),
                opened.metadata(),
                AccountStatus.ACTIVE,
                Money.zero(currency),
                Holds.NONE,
                // The account's own day can be up to two days behind the bank's.
                Outflow.none(currency, opened.openedOn().minusDays(2)),
                Optional.empty());
    }

    /** Ledger balance less holds plus overdraft limit. */
    public Money available(Instant at) {
        return availableWith(balance, at);
    }

    /** What would be available if the ledger balance were another. */
    public Money availableWith(Money otherBalance, Instant at) {
        return otherBalance.minus(holds.held(currency, at)).plus(limits.overdraftLimit());
    }

    /** What may leave the account: what is available, less what must stay. */
    public Money spendable(Instant at) {
        return available(at).minus(limits.minimumBalance());
    }

    /** The account's own day at an instant, by which its limits count. */
    public LocalDate dayAt(Instant at) {
        return LocalDate.ofInstant(at, timeZone);
    }

    OpenedAccount credited(AccountCredited event) {
        return with(status, event.balance(), holds, outflow)
                .withInterest(interest.map(own ->
                        own.moved(event.movement(), event.movement().amount().amount())));
    }

    OpenedAccount debited(AccountDebited event) {
        Money amount = event.movement().amount();
        Holds left = event.hold().map(hold -> holds.capture(hold, amount)).orElse(holds);
        Outflow used = event.countsOn().map(day -> outflow.plus(day, amount)).orElse(outflow);
        return with(status, event.balance(), left, used)
                .withInterest(interest.map(
                        own -> own.moved(event.movement(), amount.negated().amount())));
    }

    OpenedAccount agreed(InterestAgreed event) {
        InterestAgreement agreement = event.agreement();
        return withInterest(Optional.of(
                interest.map(own -> own.agreed(agreement)).orElseGet(() -> AccountInterest.begun(agreement, balance))));
    }

    OpenedAccount accrued(InterestAccrued event) {
        return withInterest(interest.map(own -> own.accrued(event)));
    }

    OpenedAccount posted(InterestPosted event) {
        return withInterest(interest.map(own -> own.posted(event)));
    }

    OpenedAccount changed(AccountChanged event) {
        return new OpenedAccount(
                id,
                customer,
                productType,
                currency,
                event.name(),
                timeZone,
                openedOn,
                event.limits(),
                event.metadata(),
                status,
                balance,
                holds,
                outflow,
                interest);
    }

    OpenedAccount withStatus(AccountStatus newStatus) {
        return with(newStatus, balance, holds, outflow);
    }

    OpenedAccount withHolds(Holds newHolds) {
        return with(status, balance, newHolds, outflow);
    }

    private OpenedAccount with(AccountStatus newStatus, Money newBalance, Holds newHolds, Outflow newOutflow) {
        return new OpenedAccount(
                id,
                customer,
                productType,
                currency,
                name,
                timeZone,
                openedOn,
                limits,
                metadata,
                newStatus,
                newBalance,
                newHolds,
                newOutflow,
                interest);
    }

    private OpenedAccount withInterest(Optional<AccountInterest> newInterest) {
        return new OpenedAccount(
                id,
                customer,
                productType,
                currency,
                name,
                timeZone,
                openedOn,
                limits,
                metadata,
                status,
                balance,
                holds,
                outflow,
                newInterest);
    }
}
