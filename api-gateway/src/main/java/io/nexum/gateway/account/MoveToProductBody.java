package io.nexum.gateway.account;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.product.ProductId;
import java.util.Optional;

/** @param productId absent: the product that the account is under already */
record MoveToProductBody(Optional<ProductId> productId) implements Body {
    static MoveToProductBody read(Fields in) {
        return new MoveToProductBody(in.optional("product_id", Forms.id(ProductId::of)));
    }
}
