package io.nexum.gateway.product;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductStatus;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A whole product.
 *
 * @param productId what an exported product went by; for imports only
 * @param status what the product is to be; absent: active for a new one
 * @param activate {@code false} is the same as the status {@code draft}
 */
record ProductBody(
        @JsonUnwrapped ProductTerms terms,
        @JsonIgnore ProductConditions conditions,
        Optional<ProductId> productId,
        Optional<ProductStatus> status,
        Optional<Boolean> activate)
        implements Body {
    /** What else an answer or a request holds, and is no feature. */
    private static final List<String> NOT_TERMS =
            List.of("id", "version", "created_at", "created_by", "updated_at", "idempotency_key");

    private static final String NESTED = "configuration";

    static ProductBody read(Fields sent) {
        Fields in = sent.isObject(NESTED) ? sent.instead(flat(sent.json())) : sent;
        Optional<ProductId> id = in.optional("product_id", Forms.id(ProductId::of));
        Optional<ProductStatus> status = in.optional("status", Forms.word(ProductStatus.class));
        Optional<Boolean> activate = in.flag("activate");
        NOT_TERMS.forEach(in::has);
        return ProductTerms.read(in)
                .map(conditions -> new ProductBody(ProductTerms.of(conditions), conditions, id, status, activate))
                .orElseGet(ProductBody::unread);
    }

    // Something was complained of, and that keeps this from ever being used.
    @SuppressWarnings("NullAway")
    private static ProductBody unread() {
        return new ProductBody(null, null, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What stands in {@code configuration} as if it stood beside it; what does stand beside it counts first. */
    private static JsonNode flat(JsonNode sent) {
        ObjectNode flat = ((ObjectNode) sent.get(NESTED)).deepCopy();
        sent.properties().stream()
                .filter(field -> !field.getKey().equals(NESTED))
                .forEach(field -> flat.set(field.getKey(), field.getValue()));
        return flat;
    }

    /** Whether a new product is to be a draft. */
    @JsonIgnore
    boolean isDraft() {
        return activate.map(wanted -> !wanted).orElse(status.equals(Optional.of(ProductStatus.DRAFT)));
    }
}
