package io.nexum.gateway.account;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.kernel.account.AccountCommand.ChangeAccount;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.money.Money;
import java.util.Map;
import java.util.Optional;

/** What is absent stays as it is. */
record ChangeAccountBody(
        Optional<String> name,
        Optional<Money> minimumBalance,
        Optional<Money> overdraftLimit,
        Optional<Money> dailyTransactionLimit,
        Optional<Money> monthlyTransactionLimit,
        Optional<Money> lowBalanceThreshold,
        Optional<Map<String, Object>> metadata)
        implements Body {
    static ChangeAccountBody read(Fields in) {
        return new ChangeAccountBody(
                in.textIfSent("name", OpenAccountBody.MAX_NAME_LENGTH),
                in.limit("minimum_balance"),
                in.limit("overdraft_limit"),
                in.limit(in.sent("daily_transaction_limit", "daily_withdrawal_limit")),
                in.limit(in.sent("monthly_transaction_limit", "monthly_withdrawal_limit")),
                in.limit("low_balance_threshold"),
                in.remarks("metadata"));
    }

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
