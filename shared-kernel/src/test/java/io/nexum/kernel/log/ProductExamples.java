package io.nexum.kernel.log;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.interest.BalanceMethod;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.interest.InterestFrequency;
import io.nexum.kernel.interest.RateTiers.Tiering;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.loan.Amortization;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.DepositConditions.TransactionLimits;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.product.GlRole;
import io.nexum.kernel.product.InterestConditions;
import io.nexum.kernel.product.InterestConditions.RateTier;
import io.nexum.kernel.product.LoanConditions;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductEvent;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductGlAccounts;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductType;
import io.nexum.kernel.product.ProductVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the golden events say of products. */
final class ProductExamples {
    private static final ProductId PRODUCT = ProductId.of("0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d0b");

    private static final AccountId ACCOUNT = AccountId.of("0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d01");

    private ProductExamples() {}

    static List<DomainEvent> events() {
        return List.of(
                new AccountEvent.ProductAssigned(
                        ACCOUNT,
                        new ProductVersion(PRODUCT, 2),
                        deposit(),
                        AccountLimits.none(Currency.of("USD")),
                        LocalDate.of(2026, 2, 28)),
                new AccountEvent.MonthlyFeesSettled(ACCOUNT, LocalDate.of(2026, 2, 28)),
                new ProductEvent.ProductCreated(PRODUCT, savings()),
                new ProductEvent.ProductChanged(PRODUCT, 2, loan()),
                new ProductEvent.ProductActivated(PRODUCT),
                new ProductEvent.ProductSuspended(PRODUCT),
                new ProductEvent.ProductResumed(PRODUCT),
                new ProductEvent.ProductRetired(PRODUCT));
    }

    static DepositConditions deposit() {
        return new DepositConditions(
                Optional.of(new InterestConditions(
                        rate("0.0025"),
                        List.of(new RateTier(usd("1000.00"), rate("0.045"))),
                        Tiering.BANDED,
                        BalanceMethod.AVERAGE,
                        InterestConditions.Type.COMPOUND,
                        InterestFrequency.MONTHLY,
                        InterestFrequency.DAILY,
                        Optional.of(InterestFrequency.QUARTERLY),
                        DayCount.ACTUAL_ACTUAL_ISDA,
                        rate("0.1"),
                        Optional.of(rate("0.18")))),
                usd("100.00"),
                new TransactionLimits(
                        Optional.of(usd("500.00")),
                        Optional.of(usd("1000.00")),
                        Optional.of(usd("5000.00")),
                        Optional.of(usd("800.00"))),
                List.of(
                        ProductFee.of(
                                "monthly_maintenance_fee",
                                ProductFee.Event.MAINTENANCE,
                                FeeScale.fixed(usd("5.00")),
                                ProductFee.Frequency.MONTHLY),
                        new ProductFee(
                                "Early closing",
                                ProductFee.Event.CLOSING,
                                new FeeScale(
                                        List.of(
                                                new FeeScale.Tier(Optional.of(usd("100.00")), usd("1.00"), rate("0")),
                                                new FeeScale.Tier(Optional.empty(), usd("0.50"), rate("0.01"))),
                                        Optional.of(usd("1.00")),
                                        Optional.of(usd("20.00"))),
                                ProductFee.Condition.CLOSED_WITHIN_DAYS,
                                Optional.empty(),
                                Optional.of(90),
                                ProductFee.Frequency.ONE_TIME),
                        new ProductFee(
                                "Small balance",
                                ProductFee.Event.MAINTENANCE,
                                FeeScale.fixed(usd("2.00")),
                                ProductFee.Condition.BALANCE_BELOW,
                                Optional.of(usd("50.00")),
                                Optional.empty(),
                                ProductFee.Frequency.MONTHLY)),
                usd("200.00"),
                true,
                false,
                Optional.of(usd("50.00")),
                new ProductGlAccounts(
                        Map.of(GlRole.CUSTOMER_BALANCES, new GlCode("2021"), GlRole.FEE_INCOME, new GlCode("4021"))));
    }

    private static ProductConditions savings() {
        return new ProductConditions(
                "Premium Savings",
                "for those who save",
                Optional.of("SAV1"),
                ProductType.SAVINGS,
                Currency.of("USD"),
                KycTier.TIER_2,
                Optional.of(deposit()),
                Optional.empty(),
                Optional.empty(),
                Map.of("instant_transfers", true, "partners", List.of("Allpoint")));
    }

    private static ProductConditions loan() {
        return new ProductConditions(
                "Small Business Microloan",
                "",
                Optional.of("SBM001"),
                ProductType.LOAN,
                Currency.of("USD"),
                KycTier.TIER_1,
                Optional.empty(),
                Optional.of(new LoanConditions(
                        Optional.of(rate("0.24")),
                        new LoanConditions.AmountRange(Optional.of(usd("500.00")), Optional.of(usd("10000.00"))),
                        new LoanConditions.TermRange(Optional.of(3), Optional.of(12), Optional.of(24)),
                        PaymentFrequency.WEEKLY,
                        Amortization.EQUAL_INSTALLMENT,
                        DayCount.THIRTY_360_US,
                        Optional.of(7),
                        Optional.of(FeeScale.fixed(usd("25.00"))),
                        new LoanConditions.Prepayment(true, Optional.of(rate("0.02"))),
                        Optional.of(rate("0.3")),
                        List.of("penalty", "fee", "interest", "principal"),
                        Optional.of(FeeScale.percentage(rate("0.01"), Currency.of("USD"))),
                        List.of(),
                        ProductGlAccounts.NONE)),
                Optional.empty(),
                Map.of());
    }

    private static BigDecimal rate(String fraction) {
        return new BigDecimal(fraction);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
