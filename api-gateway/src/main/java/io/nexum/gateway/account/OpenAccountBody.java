package io.nexum.gateway.account;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.account.AccountCommand.OpenAccount;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.ProductType;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

record OpenAccountBody(
        CustomerId customerId,
        ProductType productType,
        Currency currency,
        String name,
        Optional<String> accountNumber,
        Optional<String> productCode,
        Optional<Money> minimumBalance,
        Optional<Money> overdraftLimit,
        Optional<Money> dailyTransactionLimit,
        Optional<Money> monthlyTransactionLimit,
        Optional<Money> lowBalanceThreshold,
        Optional<ZoneId> timeZone,
        Optional<Map<String, Object>> metadata,
        Optional<String> idempotencyKey)
        implements Body {
    static final int MAX_NAME_LENGTH = 100;
    static final int MAX_CODE_LENGTH = 64;

    static OpenAccountBody read(Fields in) {
        refuseWhatIsNotOffered(in);
        Currency currency = in.required("currency", Forms::currency);
        return new OpenAccountBody(
                in.required("customer_id", Forms.id(CustomerId::of)),
                in.required("product_type", Forms.word(ProductType.class)),
                currency,
                in.text("name", MAX_NAME_LENGTH),
                in.optional("account_number", AccountNumber::chosen),
                in.textIfSent("product_code", MAX_CODE_LENGTH),
                limit(in, currency, "minimum_balance"),
                limit(in, currency, "overdraft_limit"),
                limit(in, currency, in.sent("daily_transaction_limit", "daily_withdrawal_limit")),
                limit(in, currency, in.sent("monthly_transaction_limit", "monthly_withdrawal_limit")),
                limit(in, currency, "low_balance_threshold"),
                in.optional("time_zone", Forms::zone),
                in.remarks("metadata"),
                in.idempotencyKey());
    }

    /** To take an interest rate or a credit limit and do nothing with it would be a promise that is not kept. */
    private static void refuseWhatIsNotOffered(Fields in) {
        in.optionalDecimal("interest_rate")
                .filter(rate -> rate.compareTo(BigDecimal.ZERO) != 0)
                .ifPresent(rate -> in.wrong("interest_rate", "must be left out or zero: accounts bear no interest"));
        if (in.has("credit_limit")) {
            in.wrong(
                    "credit_limit",
                    "must be left out: it belongs to credit lines; overdraft_limit lets an account go below zero");
        }
    }

    private static Optional<Money> limit(Fields in, Currency currency, String name) {
        Optional<Money> limit = in.limit(name);
        limit.filter(money -> currency != null && money.currency() != currency)
                .ifPresent(money -> in.wrong(name + ".currency", "must be " + currency + " as the account's is"));
        return limit;
    }

    OpenAccount command(AccountId id, String number) {
        AccountLimits limits = new AccountLimits(
                minimumBalance.orElse(Money.zero(currency)),
                overdraftLimit.orElse(Money.zero(currency)),
                dailyTransactionLimit,
                monthlyTransactionLimit,
                lowBalanceThreshold);
        return new OpenAccount(
                id,
                customerId,
                productType,
                productCode,
                currency,
                name,
                number,
                timeZone.orElse(ZoneOffset.UTC),
                limits,
                metadata.orElse(Map.of()));
    }
}
