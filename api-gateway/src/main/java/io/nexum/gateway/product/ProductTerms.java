package io.nexum.gateway.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.terms.InterestTerms;
import io.nexum.gateway.terms.TermsReader;
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
import java.util.TreeMap;

/**
 * All that a product says, as its clients write and read it, in one flat object.
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
        @JsonUnwrapped DepositTerms deposit,
        @JsonUnwrapped LendingTerms lending,
        @JsonUnwrapped CreditLineTerms creditLine,
        Optional<List<FeeAnswer>> fees,
        Optional<Map<String, String>> glAccounts,
        Optional<Map<String, Object>> features) {
    private static final int MAX_NAME_LENGTH = 100;
    private static final int MAX_DESCRIPTION_LENGTH = 1000;
    private static final int MAX_CODE_LENGTH = 64;
    private static final Currency USUAL = Currency.of("USD");

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
                product.deposit().map(DepositTerms::of).orElse(DepositTerms.NONE),
                product.loan()
                        .map(LendingTerms::of)
                        .or(() -> product.creditLine().map(LendingTerms::of))
                        .orElse(LendingTerms.NONE),
                product.creditLine().map(CreditLineTerms::of).orElse(CreditLineTerms.NONE),
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

    /** Reads them from one flat object; fields that it doesn't know become features. */
    static Optional<ProductConditions> read(Fields in) {
        String name = in.text("name", MAX_NAME_LENGTH);
        String description =
                in.optionalText("description", MAX_DESCRIPTION_LENGTH).orElse("");
        ProductType type = in.required("product_type", Forms.word(ProductType.class));
        Currency said = in.required("currency", Forms::currency);
        Currency currency = said == null ? USUAL : said;
        Optional<String> code = in.textIfSent("product_code", MAX_CODE_LENGTH);
        KycTier tier = in.optional(in.sent("requires_kyc_tier", "kyc_tier_required"), Forms.word(KycTier.class))
                .orElse(KycTier.NONE);
        if (type == null) {
            return Optional.empty();
        }
        TermsReader terms = new TermsReader(in, currency);
        Optional<DepositConditions> deposit = type.isDeposit() ? DepositTerms.read(terms) : Optional.empty();
        Optional<LoanConditions> loan = type == ProductType.LOAN ? LendingTerms.read(terms) : Optional.empty();
        Optional<CreditLineConditions> line =
                type == ProductType.CREDIT_LINE ? CreditLineTerms.read(terms) : Optional.empty();
        Map<String, Object> features = new TreeMap<>(in.remarks("features").orElse(Map.of()));
        features.putAll(in.unasked());
        if (name == null || (deposit.isEmpty() && loan.isEmpty() && line.isEmpty())) {
            return Optional.empty();
        }
        return in.made(
                "product_type",
                () -> new ProductConditions(
                        name, description, code, type, currency, tier, deposit, loan, line, features));
    }
}
