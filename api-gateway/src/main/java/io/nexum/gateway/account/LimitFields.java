package io.nexum.gateway.account;

import io.nexum.gateway.request.Name;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Optional;

/** How far an account may be used. What is absent is as its product, or the bank, has it; in a change it stays. */
record LimitFields(
        Optional<@PositiveOrZero Money> minimumBalance,
        Optional<@PositiveOrZero Money> overdraftLimit,

        @Name({"daily_transaction_limit", "daily_withdrawal_limit"})
        Optional<@PositiveOrZero Money> dailyTransactionLimit,

        @Name({"monthly_transaction_limit", "monthly_withdrawal_limit"})
        Optional<@PositiveOrZero Money> monthlyTransactionLimit,

        Optional<@PositiveOrZero Money> lowBalanceThreshold) {
    /** Tells the limits that are in another currency than the account. */
    void checkCurrency(Currency own, ValidationErrors errors) {
        checkCurrency(own, minimumBalance, errors.at("minimum_balance"));
        checkCurrency(own, overdraftLimit, errors.at("overdraft_limit"));
        checkCurrency(own, dailyTransactionLimit, errors.at("daily_transaction_limit"));
        checkCurrency(own, monthlyTransactionLimit, errors.at("monthly_transaction_limit"));
        checkCurrency(own, lowBalanceThreshold, errors.at("low_balance_threshold"));
    }

    private static void checkCurrency(Currency own, Optional<Money> limit, ValidationErrors errors) {
        limit.filter(money -> money.currency() != own)
                .ifPresent(money -> errors.reject("currency", "must be " + own + " as the account's is"));
    }
}
