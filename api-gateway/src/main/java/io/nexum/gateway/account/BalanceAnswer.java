package io.nexum.gateway.account;

import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountQuery.AccountView;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is on an account.
 *
 * @param balance the same as {@code ledgerBalance}
 * @param availableBalance what can be spent: balance less holds plus overdraft limit; told of now only
 * @param held the sum of all holds that count; told of now only
 * @param asOf the last value date that counts, where one was asked for
 */
record BalanceAnswer(
        AccountId accountId,
        Currency currency,
        Money ledgerBalance,
        Money balance,
        Optional<Money> availableBalance,
        Optional<Money> held,
        Optional<LocalDate> asOf) {
    static BalanceAnswer now(AccountView account) {
        return new BalanceAnswer(
                account.id(),
                account.currency(),
                account.balance(),
                account.balance(),
                Optional.of(account.available()),
                Optional.of(account.held()),
                Optional.empty());
    }

    static BalanceAnswer asOf(AccountId account, LocalDate day, Money balance) {
        return new BalanceAnswer(
                account, balance.currency(), balance, balance, Optional.empty(), Optional.empty(), Optional.of(day));
    }
}
