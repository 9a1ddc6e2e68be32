package io.nexum.gateway.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.product.CatalogueDiff.Action;
import io.nexum.gateway.request.YamlTexts;
import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.interest.BalanceMethod;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.interest.InterestFrequency;
import io.nexum.kernel.interest.RateTiers.Tiering;
import io.nexum.kernel.loan.Amortization;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.DepositConditions.TransactionLimits;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.product.InterestConditions;
import io.nexum.kernel.product.LoanConditions;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductGlAccounts;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductQuery.ProductView;
import io.nexum.kernel.product.ProductStatus;
import io.nexum.kernel.product.ProductType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is exported means the same when it is taken over. */
class CatalogueRoundTripPropertyTest {
    private static final Currency JPY = Currency.of("JPY");
    private static final Currency KWD = Currency.of("KWD");

    @Property(tries = 300)
    void taking_over_an_export_changes_nothing(@ForAll("products") List<ProductView> products) {
        String yaml = YamlTexts.written(new CatalogueEntryAnswer.Catalogue(
                products.stream().map(CatalogueEntryAnswer::of).toList()));

        CatalogueBody read = YamlTexts.read(yaml, CatalogueBody.class);

        CatalogueDiff diff = CatalogueDiff.of(read.products(), products);
        assertThat(diff.count(Action.NONE)).as(yaml).isEqualTo(products.size());
        assertThat(read.products())
                .extracting(ProductBody::conditions)
                .isEqualTo(products.stream().map(ProductView::conditions).toList());
    }

    @Provide
    Arbitrary<List<ProductView>> products() {
        Arbitrary<ProductConditions> any = Arbitraries.oneOf(deposits(), loans());
        return Combinators.combine(any, Arbitraries.of(ProductStatus.class))
                .as((conditions, status) -> new ProductView(
                        new ProductId(UUID.randomUUID()), 1, status, conditions, Instant.EPOCH, Instant.EPOCH))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.of(
                "Plain", "yes", "12", "0.5", "null", "a: b", "- dash", "#no", "'q'", "über", "2026-01-31");
    }

    private static Arbitrary<BigDecimal> rates() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.TEN)
                .ofScale(6)
                .map(rate -> new BigDecimal(rate.stripTrailingZeros().toPlainString()));
    }

    private static Arbitrary<Money> amounts() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(1_000_000))
                .ofScale(3)
                .map(amount -> Money.of(amount, KWD));
    }

    private static Arbitrary<FeeScale> scales() {
        Arbitrary<Money> some = amounts().filter(Money::isPositive);
        Arbitrary<BigDecimal> rate = rates().filter(fraction -> fraction.signum() > 0);
        Arbitrary<FeeScale> tiered = Combinators.combine(some, some, rate)
                .as((upTo, fixed, fraction) -> new FeeScale(
                        List.of(
                                new FeeScale.Tier(Optional.of(upTo), fixed, BigDecimal.ZERO),
                                new FeeScale.Tier(Optional.empty(), Money.zero(KWD), fraction)),
                        Optional.empty(),
                        Optional.of(fixed)));
        return Arbitraries.oneOf(
                some.map(FeeScale::fixed), rate.map(fraction -> FeeScale.percentage(fraction, KWD)), tiered);
    }

    private static Arbitrary<ProductConditions> deposits() {
        Arbitrary<Optional<InterestConditions>> interest = Combinators.combine(
                        rates().filter(rate -> rate.signum() > 0),
                        Arbitraries.of(BalanceMethod.class),
                        Arbitraries.of(InterestConditions.Type.class),
                        Arbitraries.of(InterestFrequency.class),
                        Arbitraries.of(DayCount.class))
                .as((rate, balance, type, compounding, days) -> new InterestConditions(
                        rate,
                        List.of(),
                        Tiering.WHOLE_BALANCE,
                        balance,
                        type,
                        compounding,
                        InterestFrequency.DAILY,
                        Optional.empty(),
                        days,
                        new BigDecimal("0.1"),
                        Optional.empty()))
                .optional();
        Arbitrary<List<ProductFee>> fees = Combinators.combine(scales(), scales())
                .as((one, other) -> List.of(
                        ProductFee.of(
                                "transaction_fee",
                                ProductFee.Event.TRANSACTION,
                                one,
                                ProductFee.Frequency.PER_OCCURRENCE),
                        ProductFee.of("Other", ProductFee.Event.MAINTENANCE, other, ProductFee.Frequency.ANNUALLY)));
        Arbitrary<DepositConditions> deposit = Combinators.combine(
                        interest, amounts(), amounts().optional(), fees, amounts(), Arbitraries.of(true, false))
                .as((earned, minimum, daily, charged, overdraft, fromBalance) -> new DepositConditions(
                        earned,
                        minimum,
                        new TransactionLimits(Optional.empty(), daily, Optional.empty(), daily),
                        charged,
                        overdraft,
                        true,
                        fromBalance,
                        daily,
                        ProductGlAccounts.NONE));
        return Combinators.combine(names(), deposit, Arbitraries.of(KycTier.class))
                .as((name, conditions, tier) -> new ProductConditions(
                        name,
                        name,
                        Optional.of(name),
                        ProductType.WALLET,
                        KWD,
                        tier,
                        Optional.of(conditions),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("note", name, "flag", true)));
    }

    private static Arbitrary<ProductConditions> loans() {
        return Combinators.combine(
                        names(),
                        rates(),
                        Arbitraries.of(Amortization.class),
                        Arbitraries.integers().between(1, 366),
                        Arbitraries.of(PaymentFrequency.Unit.class),
                        Arbitraries.of(DayCount.class))
                .as((name, rate, amortization, every, unit, days) -> new ProductConditions(
                        name,
                        "",
                        Optional.empty(),
                        ProductType.LOAN,
                        JPY,
                        KycTier.NONE,
                        Optional.empty(),
                        Optional.of(new LoanConditions(
                                Optional.of(rate).filter(positive -> positive.signum() > 0),
                                new LoanConditions.AmountRange(
                                        Optional.empty(), Optional.of(Money.of("100000", "JPY"))),
                                LoanConditions.TermRange.ANY,
                                new PaymentFrequency(every, unit),
                                amortization,
                                days,
                                Optional.of(every),
                                Optional.of(FeeScale.fixed(Money.of("25", "JPY"))),
                                LoanConditions.Prepayment.FREE,
                                Optional.of(rate),
                                List.of("interest", "principal"),
                                Optional.empty(),
                                List.of(),
                                ProductGlAccounts.NONE)),
                        Optional.empty(),
                        Map.of()));
    }
}
