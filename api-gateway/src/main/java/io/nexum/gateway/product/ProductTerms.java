package io.nexum.gateway.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.terms.InterestTerms;
import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.product.CreditLineConditions;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.LoanConditions;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a product says, as its clients read it, in one flat object.
 *
 * @param fees those that have no field of their own
 * @param glAccounts general-ledger codes of the product's own, by what they are for
 * @param features what else was said of it; the program makes nothing of that
 */
record ProductTerms(
        String name,
        Optional<String> description,
        ProductType productType,
        Currency currency,
        Optional<String> productCode,
        Optional<KycTier> requiresKycTier,
        @JsonUnwrapped InterestTerms interest,
        @JsonUnwrapped Optional<DepositTerms> deposit,
        @JsonUnwrapped Optional<LendingTerms> lending,
        @JsonUnwrapped Optional<LatenessTerms> lateness,
        @JsonUnwrapped Optional<CreditLineTerms> creditLine,
        Optional<List<FeeAnswer>> fees,
        Optional<Map<String, String>> glAccounts,
        Optional<Map<String, Object>> features) {
    static ProductTerms of(ProductConditions product) {
        List<ProductFee> listed = product.deposit()
                .map(deposit -> FeesOfProduct.inTheList(deposit.fees()))
                .or(() -> product.loan().map(LoanConditions::fees))
                .or(() -> product.creditLine().map(CreditLineConditions::fees))
                .orElse(List.of());
        Map<String, String> books = product.glAccounts().wire();
        return new ProductTerms(
                product.name(),
                Optional.of(product.description()).filter(text -> !text.isEmpty()),
                product.type(),
                product.currency(),
                product.code(),
                Optional.of(product.kycTierRequired()),
                interest(product),
                product.deposit().map(DepositTerms::of),
                product.loan().map(LendingTerms::of),
                product.loan()
                        .map(LatenessTerms::of)
                        .or(() -> product.creditLine().map(LatenessTerms::of)),
                product.creditLine().map(CreditLineTerms::of),
                Optional.of(listed.stream().map(FeeAnswer::of).toList()).filter(list -> !list.isEmpty()),
                Optional.of(books).filter(map -> !map.isEmpty()),
                Optional.of(product.features()).filter(map -> !map.isEmpty()));
    }

    private static InterestTerms interest(ProductConditions product) {
        return product.deposit()
                .flatMap(DepositConditions::interest)
                .map(InterestTerms::of)
                .or(() -> product.loan().map(loan -> InterestTerms.of(loan.annualRate(), Optional.of(loan.dayCount()))))
                .or(() -> product.creditLine()
                        .map(line -> InterestTerms.of(line.annualRate(), Optional.of(line.dayCount()))))
                .orElse(InterestTerms.NONE);
    }
}
