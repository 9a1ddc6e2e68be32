package io.nexum.gateway.account;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountCommand.OpenAccount;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.ProductType;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.InterestConditions;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductQuery.ProductView;
import io.nexum.kernel.product.ProductVersion;
import io.nexum.kernel.tenant.TenantSettings;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

record OpenAccountBody(
        CustomerId customerId,
        Optional<ProductType> productType,
        Optional<ProductId> productId,
        Optional<Currency> currency,
        String name,
        Optional<String> accountNumber,
        Optional<String> productCode,
        Optional<Money> minimumBalance,
        Optional<Money> overdraftLimit,
        Optional<Money> dailyTransactionLimit,
        Optional<Money> monthlyTransactionLimit,
        Optional<Money> lowBalanceThreshold,
        Optional<ZoneId> timeZone,
        Optional<InterestConditions> interest,
        Optional<Map<String, Object>> metadata,
        Optional<String> idempotencyKey)
        implements Body {
    static final int MAX_NAME_LENGTH = 100;
    static final int MAX_CODE_LENGTH = 64;

    static OpenAccountBody read(Fields in) {
        refuseWhatIsNotOffered(in);
        Optional<Currency> currency = in.optional("currency", Forms::currency);
        Optional<ProductId> product = in.optional("product_id", Forms.id(ProductId::of));
        Optional<ProductType> type = in.optional("product_type", Forms.word(ProductType.class));
        if (product.isEmpty() && !in.has("product_type")) {
            in.wrong("product_type", "is missing");
        }
        return new OpenAccountBody(
                in.required("customer_id", Forms.id(CustomerId::of)),
                type,
                product,
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
                interest(in),
                in.remarks("metadata"),
                in.idempotencyKey());
    }

    /** Simple interest, posted monthly, on each day's balance if the bank sets no other. */
    private static Optional<InterestConditions> interest(Fields in) {
        try {
            return in.optionalDecimal("interest_rate")
                    .filter(rate -> rate.signum() != 0)
                    .map(InterestConditions::simple);
        } catch (IllegalArgumentException e) {
            in.wrong("interest_rate", "must be a fraction from 0 to 10 with at most 12 decimals, as in 0.045");
            return Optional.empty();
        }
    }

    /** To take a credit limit and do nothing with it would be a promise that is not kept. */
    private static void refuseWhatIsNotOffered(Fields in) {
        if (in.has("credit_limit")) {
            in.wrong(
                    "credit_limit",
                    "must be left out: it belongs to credit lines; overdraft_limit lets an account go below zero");
        }
    }

    private static Optional<Money> limit(Fields in, Optional<Currency> currency, String name) {
        Optional<Money> limit = in.limit(name);
        currency.ifPresent(own -> limit.filter(money -> money.currency() != own)
                .ifPresent(money -> in.wrong(name + ".currency", "must be " + own + " as the account's is")));
        return limit;
    }

    /**
     * The command, with the product's terms, else the bank's own defaults, where the body says nothing.
     *
     * @param product the one that the body names
     * @throws RefusedException if nobody says which currency it is, or the product is none for deposits
     */
    OpenAccount command(AccountId id, String number, TenantSettings settings, Optional<ProductView> product) {
        Optional<ProductConditions> terms = product.map(ProductView::conditions);
        Currency own = currency.or(() -> terms.map(ProductConditions::currency))
                .or(settings::defaultCurrency)
                .orElseThrow(() -> new RefusedException(new InvalidValue("currency", "currency is missing")));
        return new OpenAccount(
                id,
                customerId,
                productType.orElseGet(() -> typeOf(terms.orElseThrow())),
                productCode.or(() -> terms.flatMap(ProductConditions::code)),
                own,
                name,
                number,
                timeZone.or(settings::timeZone).orElse(ZoneOffset.UTC),
                terms.flatMap(ProductConditions::deposit)
                        .map(deposit -> limits(own, deposit))
                        .orElseGet(() -> limits(own, settings)),
                metadata.orElse(Map.of()),
                product.map(view -> new ProductVersion(view.id(), view.version())),
                interest.map(
                        agreed -> settings.interestBalance().map(agreed::on).orElse(agreed)));
    }

    private static ProductType typeOf(ProductConditions product) {
        if (!product.type().isDeposit()) {
            throw new RefusedException(new InvalidValue("product_id", "product_id must be of a product for deposits"));
        }
        return ProductType.valueOf(product.type().name());
    }

    private AccountLimits limits(Currency own, DepositConditions product) {
        return limits(
                own,
                minimumBalance.orElse(product.minimumBalance()),
                overdraftLimit.orElse(product.overdraftLimit()),
                dailyTransactionLimit.or(() -> product.limits().dailyTransaction()),
                monthlyTransactionLimit.or(() -> product.limits().monthlyTransaction()),
                lowBalanceThreshold.or(product::lowBalanceAlert));
    }

    private AccountLimits limits(Currency own, TenantSettings settings) {
        Optional<Money> overdraft = settings.allowOverdrafts().orElse(false)
                ? TenantSettings.in(own, settings.overdraftLimit())
                : Optional.empty();
        return limits(
                own,
                minimumBalance
                        .or(() -> TenantSettings.in(own, settings.minimumBalance()))
                        .orElse(Money.zero(own)),
                overdraftLimit.or(() -> overdraft).orElse(Money.zero(own)),
                dailyTransactionLimit.or(() -> TenantSettings.in(own, settings.dailyLimit())),
                monthlyTransactionLimit.or(() -> TenantSettings.in(own, settings.monthlyLimit())),
                lowBalanceThreshold);
    }

    private static AccountLimits limits(
            Currency own,
            Money minimum,
            Money overdraft,
            Optional<Money> daily,
            Optional<Money> monthly,
            Optional<Money> alert) {
        try {
            return new AccountLimits(minimum, overdraft, daily, monthly, alert);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(new InvalidValue("currency", "limits must be in " + own + " as the account is"));
        }
    }
}
