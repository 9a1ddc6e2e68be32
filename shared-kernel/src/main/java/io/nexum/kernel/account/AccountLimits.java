package io.nexum.kernel.account;

import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an account may do, in its own currency.
 *
 * @param minimumBalance what must stay on the account
 * @param overdraftLimit how far below that it may go
 * @param daily the most that may leave it on one of its own days
 * @param monthly the most that may leave it in one of its own months
 * @param lowBalanceAlert below which balance its holder wants to be told
 */
public record AccountLimits(
        Money minimumBalance,
        Money overdraftLimit,
        Optional<Money> daily,
        Optional<Money> monthly,
        Optional<Money> lowBalanceAlert) {

    /** @throws IllegalArgumentException if one of them is below zero or of another currency */
    public AccountLimits {
        Currency currency = minimumBalance.currency();
        Stream.of(Optional.of(minimumBalance), Optional.of(overdraftLimit), daily, monthly, lowBalanceAlert)
                .flatMap(Optional::stream)
                .forEach(limit -> {
                    if (limit.currency() != currency || limit.isNegative()) {
                        throw new IllegalArgumentException(
                                "an account's limits are in its own currency and not below zero");
                    }
                });
    }

    public static AccountLimits none(Currency currency) {
        return new AccountLimits(
                Money.zero(currency), Money.zero(currency), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
