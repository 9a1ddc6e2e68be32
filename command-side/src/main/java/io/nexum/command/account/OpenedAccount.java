package io.nexum.command.account;

import io.nexum.kernel.account.AccountEvent.AccountChanged;
import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.account.AccountEvent.AccountOpened;
import io.nexum.kernel.account.AccountEvent.BalanceChanged;
import io.nexum.kernel.account.AccountEvent.InterestAccrued;
import io.nexum.kernel.account.AccountEvent.InterestAgreed;
import io.nexum.kernel.account.AccountEvent.InterestPosted;
import io.nexum.kernel.account.AccountEvent.MonthlyFeesSettled;
import io.nexum.kernel.account.AccountEvent.ProductAssigned;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.AccountStatus;
import io.nexum.kernel.account.InterestAgreement;
import io.nexum.kernel.account.ProductType;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.GlRole;
import io.nexum.kernel.transaction.TransactionType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * An account that was opened, closed or not.
 *
 * @param outflow what left it on its own day and in its own month, as far as its limits count that
 * @param terms those of the product that it obeys, if any
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
        Optional<AccountTerms> terms,
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
                Optional.empty(),
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
        return mayMissMinimum() ? available(at) : available(at).minus(limits.minimumBalance());
    }

    /** Whether its product lets it go below the minimum, at a fee. */
    boolean mayMissMinimum() {
        return terms.filter(obeyed -> obeyed.conditions().minimumMayBeMissed()).isPresent();
    }

    /** The general-ledger account that sums up accounts of its kind. */
    public GlCode controlAccount() {
        return glAccount(GlRole.CUSTOMER_BALANCES, AccountPostings.controlAccountOf(productType));
    }

    /** Its product's own account for a role, or the bank's usual one. */
    public GlCode glAccount(GlRole role, GlCode usual) {
        return terms.map(obeyed -> obeyed.conditions().glAccounts().of(role, usual))
                .orElse(usual);
    }

    /** The account's own day at an instant, by which its limits count. */
    public LocalDate dayAt(Instant at) {
        return LocalDate.ofInstant(at, timeZone);
    }

    OpenedAccount credited(AccountCredited event) {
        return moved(event, holds, outflow);
    }

    OpenedAccount debited(AccountDebited event) {
        Money amount = event.movement().amount();
        Holds left = event.hold().map(hold -> holds.capture(hold, amount)).orElse(holds);
        boolean inCash = event.movement().type() == TransactionType.WITHDRAWAL;
        Outflow used =
                event.countsOn().map(day -> outflow.plus(day, amount, inCash)).orElse(outflow);
        return moved(event, left, used);
    }

    private OpenedAccount moved(BalanceChanged event, Holds left, Outflow used) {
        return with(status, event.balance(), left, used, terms.map(obeyed -> obeyed.after(event)))
                .withInterest(interest.map(own -> own.moved(event)));
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
        return with(event.name(), event.limits(), event.metadata(), terms);
    }

    OpenedAccount assigned(ProductAssigned event) {
        return with(name, event.limits(), metadata, Optional.of(AccountTerms.by(event, terms, balance)));
    }

    OpenedAccount settled(MonthlyFeesSettled event) {
        return with(status, balance, holds, outflow, terms.map(obeyed -> obeyed.settled(event.through(), balance)));
    }

    OpenedAccount withStatus(AccountStatus newStatus) {
        return with(newStatus, balance, holds, outflow, terms);
    }

    OpenedAccount withHolds(Holds newHolds) {
        return with(status, balance, newHolds, outflow, terms);
    }

    private OpenedAccount with(
            String newName, AccountLimits newLimits, Map<String, Object> newMetadata, Optional<AccountTerms> newTerms) {
        return new OpenedAccount(
                id,
                customer,
                productType,
                currency,
                newName,
                timeZone,
                openedOn,
                newLimits,
                newMetadata,
                status,
                balance,
                holds,
                outflow,
                newTerms,
                interest);
    }

    private OpenedAccount with(
            AccountStatus newStatus,
            Money newBalance,
            Holds newHolds,
            Outflow newOutflow,
            Optional<AccountTerms> newTerms) {
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
                newTerms,
                interest);
    }

    private OpenedAccount withInterest(Optional<AccountInterest> newInterest) {
        return newInterest.isEmpty()
                ? this
                : new OpenedAccount(
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
                        terms,
                        newInterest);
    }
}
