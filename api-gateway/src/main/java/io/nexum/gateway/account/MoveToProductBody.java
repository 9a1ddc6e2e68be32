package io.nexum.gateway.account;

import io.nexum.gateway.request.Request;
import io.nexum.kernel.product.ProductId;
import java.util.Optional;

/** @param productId absent: the product that the account is under already */
record MoveToProductBody(Optional<ProductId> productId) implements Request {}
