package io.nexum.gateway.account;

import io.nexum.gateway.request.Name;
import io.nexum.gateway.request.Request;
import io.nexum.kernel.account.AccountCommand.ChangeAccount;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;

/** What is absent stays as it is. */
record ChangeAccountBody(
        Optional<@NotBlank @Size(max = 100) String> name,
        Optional<@PositiveOrZero Money> minimumBalance,
        Optional<@PositiveOrZero Money> overdraftLimit,

        @Name({"daily_transaction_limit", "daily_withdrawal_limit"})
        Optional<@PositiveOrZero Money> dailyTransactionLimit,

        @Name({"monthly_transaction_limit", "monthly_withdrawal_limit"})
        Optional<@PositiveOrZero Money> monthlyTransactionLimit,

        Optional<@PositiveOrZero Money> lowBalanceThreshold,
        Optional<Map<String, Object>> metadata)
        implements Request {
    ChangeAccount command(AccountId id) {
        return new ChangeAccount(
                id,
                name,
                minimumBalance,
                overdraftLimit,
                dailyTransactionLimit,
                monthlyTransactionLimit,
                lowBalanceThreshold,
                metadata);
    }
}
