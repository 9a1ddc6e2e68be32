package io.nexum.gateway.account;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Checked;
import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Converter;
import io.nexum.gateway.request.MoneyRequest;
import io.nexum.gateway.request.Rate;
import io.nexum.gateway.request.RequiredUnless;
import io.nexum.gateway.request.ValidationErrors;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a new account is to be.
 *
 * @param interestRate of simple interest, posted monthly, on each day's balance if the bank sets no other
 * @param creditLimit is refused: to take it and do nothing with it would be a promise that is not kept
 */
record OpenAccountBody(
        CustomerId customerId,
        @RequiredUnless("product_id") Optional<ProductType> productType,
        Optional<ProductId> productId,
        @Size(max = 100) String name,
        Optional<@Pattern(regexp = AccountNumber.FORM, message = AccountNumber.WANTED) String> accountNumber,
        Optional<@NotBlank @Size(max = 64) String> productCode,
        @JsonUnwrapped Amounts amounts,
        Optional<ZoneId> timeZone,
        Optional<@Rate BigDecimal> interestRate,
        @ConvertedBy(NotOffered.class) Optional<Money> creditLimit,
        Optional<Map<String, Object>> metadata,
        Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
        implements MoneyRequest {
    /** A field that belongs to credit lines. */
    static final class NotOffered implements Converter<Money> {
        @Override
        public Optional<Money> convert(JsonNode sent, ValidationErrors errors) {
            return errors.reject(
                    "must be left out: it belongs to credit lines; overdraft_limit lets an account go below zero");
        }
    }

    /** The account's currency, absent if its product or the bank says it, and amounts in it. */
    record Amounts(
            Optional<Currency> currency, @JsonUnwrapped LimitFields limits) implements Checked {
        @Override
        public void check(ValidationErrors errors) {
            currency.ifPresent(own -> limits.checkCurrency(own, errors));
        }
    }

    /**
     * The command, with the product's terms, else the bank's own defaults, where the body says nothing.
     *
     * @param product the one that the body names
     * @throws RefusedException if nobody says which currency it is, or the product is none for deposits
     */
    OpenAccount command(AccountId id, String number, TenantSettings settings, Optional<ProductView> product) {
        Optional<ProductConditions> terms = product.map(ProductView::conditions);
        Currency own = amounts.currency()
                .or(() -> terms.map(ProductConditions::currency))
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
                interest(settings));
    }

    private Optional<InterestConditions> interest(TenantSettings settings) {
        return interestRate
                .filter(rate -> rate.signum() != 0)
                .map(InterestConditions::simple)
                .map(agreed -> settings.interestBalance().map(agreed::on).orElse(agreed));
    }

    private static ProductType typeOf(ProductConditions product) {
        if (!product.type().isDeposit()) {
            throw new RefusedException(new InvalidValue("product_id", "product_id must be of a product for deposits"));
        }
        return ProductType.valueOf(product.type().name());
    }

    private AccountLimits limits(Currency own, DepositConditions product) {
        LimitFields sent = amounts.limits();
        return limits(
                own,
                sent.minimumBalance().orElse(product.minimumBalance()),
                sent.overdraftLimit().orElse(product.overdraftLimit()),
                sent.dailyTransactionLimit().or(() -> product.limits().dailyTransaction()),
                sent.monthlyTransactionLimit().or(() -> product.limits().monthlyTransaction()),
                sent.lowBalanceThreshold().or(product::lowBalanceAlert));
    }

    private AccountLimits limits(Currency own, TenantSettings settings) {
        LimitFields sent = amounts.limits();
        Optional<Money> overdraft = settings.allowOverdrafts().orElse(false)
                ? TenantSettings.in(own, settings.overdraftLimit())
                : Optional.empty();
        return limits(
                own,
                sent.minimumBalance()
                        .or(() -> TenantSettings.in(own, settings.minimumBalance()))
                        .orElse(Money.zero(own)),
                sent.overdraftLimit().or(() -> overdraft).orElse(Money.zero(own)),
                sent.dailyTransactionLimit().or(() -> TenantSettings.in(own, settings.dailyLimit())),
                sent.monthlyTransactionLimit().or(() -> TenantSettings.in(own, settings.monthlyLimit())),
                sent.lowBalanceThreshold());
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
