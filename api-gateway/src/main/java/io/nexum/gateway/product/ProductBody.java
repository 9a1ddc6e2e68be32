package io.nexum.gateway.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Checked;
import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.Name;
import io.nexum.gateway.request.Request;
import io.nexum.gateway.request.Rest;
import io.nexum.gateway.request.Spread;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.gateway.request.When;
import io.nexum.gateway.terms.InOneCurrency;
import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.product.CreditLineConditions;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.LoanConditions;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductGlAccounts;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductStatus;
import io.nexum.kernel.product.ProductType;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A whole product.
 *
 * @param fees those that have no field of their own
 * @param glAccounts general-ledger codes of the product's own, by what they are for
 * @param productId what an exported product went by; for imports only
 * @param status what the product is to be; absent: active for a new one
 * @param activate {@code false} is the same as the status {@code draft}
 * @param features what else is said of it, whatever its name; the program makes nothing of that
 */
@Spread("configuration")
record ProductBody(
        @Size(max = 100) String name,
        Optional<@Size(max = 1000) String> description,
        ProductType productType,
        Currency currency,
        Optional<@NotBlank @Size(max = 64) String> productCode,

        @Name({"requires_kyc_tier", "kyc_tier_required"}) @Default("none")
        KycTier requiresKycTier,

        @JsonUnwrapped
        @When(
                field = "product_type",
                is = {"checking", "savings", "wallet"})
        Optional<DepositFields> deposit,

        @JsonUnwrapped @When(field = "product_type", is = "loan")
        Optional<LoanFields> loan,

        @JsonUnwrapped @When(field = "product_type", is = "credit_line")
        Optional<CreditLineFields> creditLine,

        @ArraySchema(schema = @Schema(implementation = FeeFields.class))
        Optional<ListedFees> fees,

        @Default("{}") @ConvertedBy(GlAccountCodes.class) ProductGlAccounts glAccounts,

        Optional<ProductId> productId,
        Optional<ProductStatus> status,
        Optional<Boolean> activate,

        @Rest(except = {"id", "version", "created_at", "created_by", "updated_at", "idempotency_key"}) @Default("{}")
        Map<String, Object> features)
        implements Request, Checked {
    @Override
    public void check(ValidationErrors errors) {
        conditions(errors);
    }

    /** @throws io.nexum.kernel.RefusedException naming each bad field, if it was not checked before */
    ProductConditions conditions() {
        ValidationErrors errors = new ValidationErrors();
        Optional<ProductConditions> conditions = conditions(errors);
        errors.raise();
        return conditions.orElseThrow();
    }

    private Optional<ProductConditions> conditions(ValidationErrors errors) {
        InOneCurrency in = new InOneCurrency(currency, errors);
        List<ProductFee> listed = fees.map(list -> list.in(in)).orElse(List.of());
        Optional<DepositConditions> forDeposits = deposit.flatMap(part -> part.conditions(in, listed, glAccounts));
        Optional<LoanConditions> forLoans = loan.flatMap(part -> part.conditions(in, listed, glAccounts));
        Optional<CreditLineConditions> forLines = creditLine.flatMap(part -> part.conditions(in, listed, glAccounts));
        if (forDeposits.isEmpty() && forLoans.isEmpty() && forLines.isEmpty()) {
            return Optional.empty();
        }
        return errors.made(
                Map.of("type", "product_type"),
                () -> new ProductConditions(
                        name,
                        description.orElse(""),
                        productCode,
                        productType,
                        currency,
                        requiresKycTier,
                        forDeposits,
                        forLoans,
                        forLines,
                        allFeatures()));
    }

    private Map<String, Object> allFeatures() {
        Map<String, Object> all = new TreeMap<>(features);
        fees.map(ListedFees::features).ifPresent(all::putAll);
        loan.map(part -> part.lending().features()).ifPresent(all::putAll);
        creditLine.map(part -> part.lending().features()).ifPresent(all::putAll);
        return all;
    }

    /** Whether a new product is to be a draft. */
    boolean asDraft() {
        return activate.map(wanted -> !wanted).orElse(status.equals(Optional.of(ProductStatus.DRAFT)));
    }
}
