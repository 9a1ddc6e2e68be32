package io.nexum.gateway.product;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.BodyConverter;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.terms.InterestTerms;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Some fields of a product. What is left out stays.
 *
 * @param sent the fields as they came: only with the product's own do they make a whole that can be checked
 */
record ChangeProductBody(
        Optional<String> name,
        Optional<String> description,
        Optional<String> productCode,
        Optional<KycTier> requiresKycTier,
        @JsonUnwrapped InterestTerms interest,
        @JsonUnwrapped DepositTerms deposit,
        @JsonUnwrapped LendingTerms lending,
        @JsonUnwrapped CreditLineTerms creditLine,
        Optional<List<FeeAnswer>> fees,
        Optional<Map<String, String>> glAccounts,
        Optional<Map<String, Object>> features,
        @JsonIgnore JsonNode sent)
        implements Body {
    static ChangeProductBody read(Fields in) {
        return new ChangeProductBody(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                InterestTerms.NONE,
                DepositTerms.NONE,
                LendingTerms.NONE,
                CreditLineTerms.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                in.json());
    }

    /** What a field of {@code null} means. */
    enum Null {
        /** As in a PUT of the original, whose clients send all the fields that they know. */
        STAYS,
        /** As in a merge patch (RFC 7396). */
        GOES
    }

    /** The product with these fields, or a refusal that names each bad one. */
    ProductConditions on(ProductConditions product, Null meant) {
        String currency = sent.path("currency").asString(product.currency().code());
        if (!currency.equals(product.currency().code())) {
            throw new RefusedException(new ProductRefusal.ProductPartFixed("currency"));
        }
        ObjectNode whole = (ObjectNode) Json.tree(Json.bytes(ProductTerms.of(product)));
        sent.properties().stream()
                .filter(field -> meant == Null.GOES || !field.getValue().isNull())
                .forEach(field -> whole.set(field.getKey(), field.getValue()));
        return BodyConverter.read(whole, ProductBody.class).conditions();
    }
}
