package io.nexum.gateway.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.AsSent;
import io.nexum.gateway.request.BodyConverter;
import io.nexum.gateway.request.Request;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductRefusal;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Some fields of a product. What is left out stays.
 *
 * @param sent the fields as they came: only with the product's own do they make a whole that can be checked
 */
record ChangeProductBody(@AsSent JsonNode sent) implements Request {
    /** The fields that may be sent, for those who read about them. */
    record ChangeOfProduct(
            Optional<@Size(max = 100) String> name,
            Optional<@Size(max = 1000) String> description,
            Optional<@NotBlank @Size(max = 64) String> productCode,
            Optional<KycTier> requiresKycTier,
            @JsonUnwrapped DepositFields deposit,
            @JsonUnwrapped LoanFields loan,
            @JsonUnwrapped CreditLineFields creditLine,

            @ArraySchema(schema = @Schema(implementation = FeeFields.class))
            Optional<ListedFees> fees,

            Optional<Map<String, String>> glAccounts,
            Optional<Map<String, Object>> features) {}

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
            throw new RefusedException(
                    new ProductRefusal.ProductPartFixed(ProductRefusal.ProductPartFixed.Part.CURRENCY));
        }
        ObjectNode whole = (ObjectNode) Json.tree(Json.bytes(ProductTerms.of(product)));
        sent.properties().stream()
                .filter(field -> meant == Null.GOES || !field.getValue().isNull())
                .forEach(field -> whole.set(field.getKey(), field.getValue()));
        return BodyConverter.read(whole, ProductBody.class).conditions();
    }
}
