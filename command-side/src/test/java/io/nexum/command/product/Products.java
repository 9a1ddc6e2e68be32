package io.nexum.command.product;

import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.DepositConditions.TransactionLimits;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.product.GlRole;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductGlAccounts;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Products that stories are told of. */
public final class Products {
    private Products() {}

    public static ProductId newId() {
        return new ProductId(UUID.randomUUID());
    }

    public static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    public static ProductConditions checking(DepositConditions deposit) {
        return checking(deposit, KycTier.TIER_0);
    }

    public static ProductConditions checking(DepositConditions deposit, KycTier tier) {
        return new ProductConditions(
                "Checking",
                "",
                Optional.empty(),
                ProductType.CHECKING,
                deposit.currency(),
                tier,
                Optional.of(deposit),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    public static ProductConditions named(ProductConditions other, String name) {
        return with(name, other.code(), other.deposit().orElseThrow());
    }

    public static ProductConditions coded(ProductConditions other, String code) {
        return with(other.name(), Optional.of(code), other.deposit().orElseThrow());
    }

    public static ProductConditions booked(ProductConditions other, GlRole role, String code) {
        ProductGlAccounts books = new ProductGlAccounts(Map.of(role, new GlCode(code)));
        return with(other.name(), other.code(), booked(other.deposit().orElseThrow(), books));
    }

    private static ProductConditions with(String name, Optional<String> code, DepositConditions deposit) {
        return new ProductConditions(
                name,
                "",
                code,
                ProductType.CHECKING,
                deposit.currency(),
                KycTier.TIER_0,
                Optional.of(deposit),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    public static DepositConditions booked(DepositConditions of, ProductGlAccounts books) {
        return new DepositConditions(
                of.interest(),
                of.minimumBalance(),
                of.limits(),
                of.fees(),
                of.overdraftLimit(),
                of.negativeBalanceAllowed(),
                of.feesFromBalance(),
                of.lowBalanceAlert(),
                books);
    }

    /** An account that may be overdrawn by 200.00, with limits if there are any. */
    public static DepositConditions deposit(String minimum, TransactionLimits limits, ProductFee... fees) {
        return new DepositConditions(
                Optional.empty(),
                usd(minimum),
                limits,
                List.of(fees),
                usd("200.00"),
                true,
                true,
                Optional.empty(),
                ProductGlAccounts.NONE);
    }

    public static ProductFee fee(ProductFee.Event event, String amount) {
        boolean monthly = event == ProductFee.Event.MAINTENANCE || event == ProductFee.Event.MINIMUM_BALANCE;
        return ProductFee.of(
                event.name().toLowerCase(java.util.Locale.ROOT) + "_fee",
                event,
                FeeScale.fixed(usd(amount)),
                monthly ? ProductFee.Frequency.MONTHLY : ProductFee.Frequency.PER_OCCURRENCE);
    }
}
