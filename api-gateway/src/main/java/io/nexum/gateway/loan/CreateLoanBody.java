package io.nexum.gateway.loan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Checked;
import io.nexum.gateway.request.MoneyRequest;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.product.ProductId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * A loan that is asked for.
 *
 * @param currency that of the principal, and of amounts that are sent as a number alone
 * @param product the one that it is of; what the terms leave out comes from there
 * @param originate {@code false}: it is an application, which somebody approves; else it is agreed on at once
 */
record CreateLoanBody(
        CustomerId customerId,
        LoanOrderTerms terms,
        Optional<Currency> currency,
        @JsonUnwrapped OfProduct product,
        Optional<@Size(max = 500) String> purpose,
        Optional<@Size(max = 500) String> collateralDescription,
        Optional<Boolean> originate,
        Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
        implements MoneyRequest, Checked {
    /** At most one of the two names of a product. */
    record OfProduct(Optional<ProductId> productId, Optional<@NotBlank @Size(max = 64) String> productCode)
            implements Checked {
        @Override
        public void check(ValidationErrors errors) {
            if (productId.isPresent() && productCode.isPresent()) {
                errors.reject("product_code", "must be left out where product_id is sent");
            }
        }
    }

    @Override
    public void check(ValidationErrors errors) {
        Currency own = currencyOfAmounts();
        if (currency.filter(said -> said != own).isPresent()) {
            errors.reject("currency", "must be that of terms.principal_amount");
        }
        terms.schedule().amounts().check(own, errors.at("terms"));
        terms.agreement().checkFees(own, errors.at("terms"));
    }

    Currency currencyOfAmounts() {
        return terms.schedule().amounts().currencyOr(currency);
    }
}
