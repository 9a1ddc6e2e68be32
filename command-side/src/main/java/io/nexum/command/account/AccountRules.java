package io.nexum.command.account;

import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountRefusal;
import io.nexum.kernel.account.AccountStatus;
import io.nexum.kernel.account.Hold;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/** The rules that more than one command asks. Each returns, or refuses with its reason. */
public final class AccountRules {
    private static final int MOST_YEARS_BACK = 10;

    private AccountRules() {}

    public static OpenedAccount mustExist(AccountId id, AccountState state) {
        return switch (state) {
            case OpenedAccount account -> account;
            case AccountState.Unopened unopened ->
                throw new RefusedException(new Refusals.NotFound("account", id.toString()));
        };
    }

    /** A frozen or closed account neither gives nor takes. */
    static void mustBeActive(OpenedAccount account) {
        if (account.status() != AccountStatus.ACTIVE) {
            throw new RefusedException(new AccountRefusal.AccountNotActive(account.id(), account.status()));
        }
    }

    static void mustBeInAccountCurrency(OpenedAccount account, Money amount) {
        if (amount.currency() != account.currency()) {
            throw new RefusedException(
                    new AccountRefusal.CurrencyMismatch(account.id(), account.currency(), amount.currency()));
        }
    }

    public static void mustBePositive(Money amount) {
        if (!amount.isPositive()) {
            throw new RefusedException(new Refusals.InvalidValue("amount", "an amount is above zero"));
        }
    }

    static void mustBeSpendable(OpenedAccount account, Money amount, Money spendable) {
        if (amount.isMoreThan(spendable)) {
            throw new RefusedException(new AccountRefusal.InsufficientFunds(account.id(), amount, spendable));
        }
    }

    static void mustBeWithinLimits(OpenedAccount account, Money amount, Instant at) {
        LocalDate day = account.dayAt(at);
        account.terms()
                .flatMap(terms -> terms.conditions().limits().maxTransaction())
                .filter(amount::isMoreThan)
                .ifPresent(most -> {
                    throw new RefusedException(new AccountRefusal.TransactionTooLarge(account.id(), most, amount));
                });
        account.limits().daily().ifPresent(limit -> {
            Money used = account.outflow().on(day);
            if (used.plus(amount).isMoreThan(limit)) {
                throw new RefusedException(new AccountRefusal.DailyLimitExceeded(account.id(), limit, used, amount));
            }
        });
        account.limits().monthly().ifPresent(limit -> {
            Money used = account.outflow().inMonthOf(day);
            if (used.plus(amount).isMoreThan(limit)) {
                throw new RefusedException(new AccountRefusal.MonthlyLimitExceeded(account.id(), limit, used, amount));
            }
        });
    }

    static void mustBeWithinWithdrawalLimit(OpenedAccount account, Money amount, Instant at) {
        Money used = account.outflow().inCashOn(account.dayAt(at));
        account.terms()
                .flatMap(terms -> terms.conditions().limits().dailyWithdrawal())
                .filter(limit -> used.plus(amount).isMoreThan(limit))
                .ifPresent(limit -> {
                    throw new RefusedException(
                            new AccountRefusal.WithdrawalLimitExceeded(account.id(), limit, used, amount));
                });
    }

    static void mustAllowValueDate(LocalDate valueDate, LocalDate bookingDate) {
        // An entry can count from before the account was opened here: it may come from the bank's earlier books.
        LocalDate earliest = bookingDate.minusYears(MOST_YEARS_BACK);
        if (valueDate.isBefore(earliest) || valueDate.isAfter(bookingDate)) {
            throw new RefusedException(new AccountRefusal.ValueDateOutOfRange(valueDate, earliest, bookingDate));
        }
    }

    static Hold mustHaveActiveHold(OpenedAccount account, HoldId id, Instant at) {
        return account.holds()
                .find(id)
                .filter(hold -> !hold.hasExpiredAt(at))
                .orElseThrow(() -> new RefusedException(new AccountRefusal.HoldNotActive(id)));
    }
}
