package io.nexum.kernel.product;

import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.product.ProductFee.Condition;
import io.nexum.kernel.product.ProductFee.Event;
import io.nexum.kernel.product.ProductFee.Frequency;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that one version of a product says. Exactly one of its three parts is there, the one of its type.
 *
 * @param code the bank's own short name for it, unique
 * @param kycTierRequired how well its customers must be known
 * @param features what else the bank notes of it; the program makes nothing of that
 */
public record ProductConditions(
        String name,
        String description,
        Optional<String> code,
        ProductType type,
        Currency currency,
        KycTier kycTierRequired,
        Optional<DepositConditions> deposit,
        Optional<LoanConditions> loan,
        Optional<CreditLineConditions> creditLine,
        Map<String, Object> features) {

    /** @throws IllegalArgumentException if the parts are not those of its type and currency */
    public ProductConditions {
        features = new TreeMap<>(features);
        Terms.require(!name.isBlank(), "a product has a name");
        Terms.require(
                deposit.isPresent() == type.isDeposit()
                        && loan.isPresent() == (type == ProductType.LOAN)
                        && creditLine.isPresent() == (type == ProductType.CREDIT_LINE),
                "a product has the conditions of its type, and no others");
        Terms.require(
                deposit.filter(part -> part.currency() != currency).isEmpty()
                        && loan.filter(part -> !part.isIn(currency)).isEmpty()
                        && creditLine.filter(part -> !part.isIn(currency)).isEmpty(),
                "a product's amounts are in its own currency, " + currency);
    }

    /** All that it charges for something. */
    public List<ProductFee> feesFor(Event event) {
        List<ProductFee> fees = new ArrayList<>();
        deposit.ifPresent(part -> fees.addAll(part.fees()));
        loan.ifPresent(part -> {
            part.lateFee().ifPresent(scale -> fees.add(late(scale)));
            part.originationFee()
                    .ifPresent(scale ->
                            fees.add(ProductFee.of("origination_fee", Event.ORIGINATION, scale, Frequency.ONE_TIME)));
            part.prepayment()
                    .penaltyRate()
                    .map(rate -> FeeScale.percentage(rate, currency))
                    .ifPresent(scale -> fees.add(
                            ProductFee.of("prepayment_penalty", Event.PREPAYMENT, scale, Frequency.PER_OCCURRENCE)));
            fees.addAll(part.fees());
        });
        creditLine.ifPresent(part -> {
            part.lateFee().ifPresent(scale -> fees.add(late(scale)));
            part.overLimitFee()
                    .ifPresent(scale -> fees.add(
                            ProductFee.of("overlimit_fee", Event.OVER_LIMIT, scale, Frequency.PER_OCCURRENCE)));
            fees.addAll(part.fees());
        });
        return fees.stream().filter(fee -> fee.event() == event).toList();
    }

    private static ProductFee late(FeeScale scale) {
        return new ProductFee(
                "late_payment_fee",
                Event.LATE_PAYMENT,
                scale,
                Condition.PAYMENT_LATE,
                Optional.empty(),
                Optional.empty(),
                Frequency.PER_OCCURRENCE);
    }

    /** The same with other conditions for deposits. */
    public ProductConditions with(DepositConditions other) {
        return new ProductConditions(
                name,
                description,
                code,
                type,
                currency,
                kycTierRequired,
                Optional.of(other),
                loan,
                creditLine,
                features);
    }

    /** The general-ledger accounts of its own. */
    public ProductGlAccounts glAccounts() {
        return deposit.map(DepositConditions::glAccounts)
                .or(() -> loan.map(LoanConditions::glAccounts))
                .or(() -> creditLine.map(CreditLineConditions::glAccounts))
                .orElse(ProductGlAccounts.NONE);
    }
}
