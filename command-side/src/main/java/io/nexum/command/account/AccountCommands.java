package io.nexum.command.account;

import io.nexum.command.Claim;
import io.nexum.command.CommandHandler;
import io.nexum.command.Workspace;
import io.nexum.command.customer.CustomerRules;
import io.nexum.command.customer.CustomerState;
import io.nexum.command.customer.CustomerState.Known;
import io.nexum.command.product.ProductState;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountCommand;
import io.nexum.kernel.account.AccountCommand.AgreeInterest;
import io.nexum.kernel.account.AccountCommand.ChangeAccount;
import io.nexum.kernel.account.AccountCommand.CloseAccount;
import io.nexum.kernel.account.AccountCommand.ExpireHolds;
import io.nexum.kernel.account.AccountCommand.FreezeAccount;
import io.nexum.kernel.account.AccountCommand.MoveToProduct;
import io.nexum.kernel.account.AccountCommand.OpenAccount;
import io.nexum.kernel.account.AccountCommand.PlaceHold;
import io.nexum.kernel.account.AccountCommand.ReleaseHold;
import io.nexum.kernel.account.AccountCommand.UnfreezeAccount;
import io.nexum.kernel.account.AccountEvent.AccountChanged;
import io.nexum.kernel.account.AccountEvent.AccountClosed;
import io.nexum.kernel.account.AccountEvent.AccountFrozen;
import io.nexum.kernel.account.AccountEvent.AccountOpened;
import io.nexum.kernel.account.AccountEvent.AccountUnfrozen;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.AccountRefusal;
import io.nexum.kernel.account.AccountStatus;
import io.nexum.kernel.account.InterestAgreement;
import io.nexum.kernel.customer.CustomerEvent.CustomerAccountClosed;
import io.nexum.kernel.customer.CustomerEvent.CustomerAccountOpened;
import java.util.Optional;

/** The life of an account, but for the money that moves on it. */
public final class AccountCommands implements CommandHandler<AccountCommand<?>> {
    @Override
    public Class<?> commands() {
        return AccountCommand.class;
    }

    @Override
    public Object handle(AccountCommand<?> command, Workspace work) {
        return switch (command) {
            case OpenAccount open -> open(open, work);
            case MoveToProduct move -> ProductAssignments.move(move, work);
            case ChangeAccount change -> change(change, work);
            case FreezeAccount freeze -> freeze(freeze, work);
            case UnfreezeAccount unfreeze -> unfreeze(unfreeze, work);
            case CloseAccount close -> close(close, work);
            case AgreeInterest agree -> agreeInterest(agree, work);
            case PlaceHold place -> HoldDecisions.place(place, work);
            case ReleaseHold release -> HoldDecisions.release(release, work);
            case ExpireHolds expire -> HoldDecisions.expire(expire, work);
        };
    }

    static OpenedAccount load(AccountId id, Workspace work) {
        return AccountRules.mustExist(id, work.load(AccountState.TYPE, AccountState.streamOf(id)));
    }

    private static AccountId open(OpenAccount command, Workspace work) {
        AccountId id = command.account();
        AccountState state = work.load(AccountState.TYPE, AccountState.streamOf(id));
        if (state instanceof OpenedAccount) {
            throw new RefusedException(new Refusals.AlreadyTaken("account id", id.toString()));
        }
        CustomerState holder = work.load(CustomerState.TYPE, CustomerState.TYPE.stream(command.customer()));
        Optional<ProductState.Known> product = ProductAssignments.loadedFor(command, work);
        Known customer = CustomerRules.mustBeActive(command.customer(), holder);
        work.settings()
                .kycTierRequired()
                .ifPresent(tier -> CustomerRules.mustBeKnownAs(tier, command.customer(), customer, work.at()));
        OpeningRules.mustAllowOverdraft(command.limits(), work.settings());
        work.claim(new Claim(
                "account_number",
                command.accountNumber(),
                new Refusals.AlreadyTaken("account number", command.accountNumber())));
        work.record(new AccountOpened(
                id,
                command.customer(),
                command.productType(),
                command.productCode(),
                command.currency(),
                command.name(),
                command.accountNumber(),
                command.timeZone(),
                work.bookingDate(),
                command.limits(),
                command.metadata()));
        product.ifPresent(obeyed -> ProductAssignments.assign(command, customer, obeyed, work));
        work.record(new CustomerAccountOpened(command.customer(), id));
        InterestAgreements.begin(load(id, work), command.interest(), work);
        ChargeMonthlyFees.enrol(id, state, work);
        return id;
    }

    private static AccountId change(ChangeAccount command, Workspace work) {
        OpenedAccount account = load(command.account(), work);
        mustNotBeClosed(account);
        AccountLimits before = account.limits();
        AccountLimits after = limits(command, before);
        if (after.overdraftLimit().isMoreThan(before.overdraftLimit())) {
            OpeningRules.mustAllowOverdraft(after, work.settings());
        }
        account.terms().ifPresent(terms -> OpeningRules.mustBeWithin(terms.conditions(), after));
        work.record(new AccountChanged(
                account.id(),
                command.name().orElse(account.name()),
                after,
                command.metadata().orElse(account.metadata())));
        return account.id();
    }

    private static AccountLimits limits(ChangeAccount command, AccountLimits before) {
        try {
            return new AccountLimits(
                    command.minimumBalance().orElse(before.minimumBalance()),
                    command.overdraftLimit().orElse(before.overdraftLimit()),
                    command.dailyLimit().or(before::daily),
                    command.monthlyLimit().or(before::monthly),
                    command.lowBalanceAlert().or(before::lowBalanceAlert));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(new Refusals.InvalidValue(
                    "limits", "an account's limits are in its own currency and not below zero"));
        }
    }

    private static AccountId freeze(FreezeAccount command, Workspace work) {
        OpenedAccount account = load(command.account(), work);
        AccountRules.mustBeActive(account);
        work.record(new AccountFrozen(account.id(), command.reason()));
        return account.id();
    }

    private static AccountId unfreeze(UnfreezeAccount command, Workspace work) {
        OpenedAccount account = load(command.account(), work);
        if (account.status() != AccountStatus.FROZEN) {
            throw new RefusedException(new AccountRefusal.AccountNotFrozen(account.id(), account.status()));
        }
        work.record(new AccountUnfrozen(account.id(), command.reason()));
        return account.id();
    }

    private static AccountId agreeInterest(AgreeInterest command, Workspace work) {
        OpenedAccount account = load(command.account(), work);
        mustNotBeClosed(account);
        command.conditions().stream()
                .flatMap(conditions -> conditions.tiers().stream())
                .forEach(tier -> AccountRules.mustBeInAccountCurrency(account, tier.from()));
        InterestAgreement agreement = new InterestAgreement(
                work.bookingDate(), command.conditions(), InterestAgreements.glAccountsOf(account));
        work.recordAll(InterestAgreements.agree(account, agreement, work));
        return account.id();
    }

    private static AccountId close(CloseAccount command, Workspace work) {
        OpenedAccount account = load(command.account(), work);
        work.load(CustomerState.TYPE, CustomerState.TYPE.stream(account.customer()));
        AccountRules.mustBeActive(account);
        int holds = account.holds().countAt(work.at());
        if (holds > 0) {
            throw new RefusedException(new AccountRefusal.AccountHasHolds(account.id(), holds));
        }
        work.recordAll(AccountClosing.settle(account, work));
        work.record(new AccountClosed(account.id(), command.reason()));
        work.record(new CustomerAccountClosed(account.customer(), account.id()));
        ChargeMonthlyFees.enrol(account.id(), account, work);
        return account.id();
    }

    private static void mustNotBeClosed(OpenedAccount account) {
        if (account.status() == AccountStatus.CLOSED) {
            throw new RefusedException(new AccountRefusal.AccountNotActive(account.id(), account.status()));
        }
    }
}
