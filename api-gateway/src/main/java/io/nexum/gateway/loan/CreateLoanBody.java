package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.product.ProductId;
import java.util.Optional;

/**
 * A loan that is asked for.
 *
 * @param currency that of the principal, and of amounts that are sent as a number alone
 * @param productId the product that it is of; what the terms leave out comes from there
 * @param productCode the same by the product's code
 * @param originate {@code false}: it is an application, which somebody approves; else it is agreed on at once
 */
record CreateLoanBody(
        CustomerId customerId,
        LoanOrderTerms terms,
        Optional<Currency> currency,
        Optional<ProductId> productId,
        Optional<String> productCode,
        Optional<String> purpose,
        Optional<String> collateralDescription,
        Optional<Boolean> originate,
        Optional<String> idempotencyKey)
        implements LoanBody {
    private static final int MAX_CODE_LENGTH = 64;

    static CreateLoanBody read(Fields in) {
        boolean ofProduct = in.has("product_id") || in.has("product_code");
        if (in.has("product_id") && in.has("product_code")) {
            in.wrong("product_code", "must be left out where product_id is sent");
        }
        Optional<Currency> currency = in.optional("currency", Forms::currency);
        LoanOrderTerms terms = in.part("terms", sent -> LoanOrderTerms.read(sent, !ofProduct, currency));
        if (terms != null) {
            currency.filter(sent -> terms.schedule().principalAmount() != null
                            && terms.schedule().principalAmount().currency() != sent)
                    .ifPresent(sent -> in.wrong("currency", "must be that of terms.principal_amount"));
        }
        return new CreateLoanBody(
                in.required("customer_id", Forms.id(CustomerId::of)),
                terms,
                currency,
                in.optional("product_id", Forms.id(ProductId::of)),
                in.textIfSent("product_code", MAX_CODE_LENGTH),
                in.optionalText("purpose", EntryFields.MAX_REASON_LENGTH),
                in.optionalText("collateral_description", EntryFields.MAX_REASON_LENGTH),
                in.flag("originate"),
                in.idempotencyKey());
    }
}
