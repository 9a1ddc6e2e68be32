package io.nexum.gateway.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductQuery.ProductView;
import io.nexum.kernel.product.ProductStatus;
import java.util.List;

/** A product as an exported catalogue has it: what an import reads again, and nothing else. */
record CatalogueEntryAnswer(
        ProductId productId,
        ProductStatus status,
        @JsonUnwrapped ProductTerms terms) {
    /** All of them. */
    record Catalogue(List<CatalogueEntryAnswer> products) {}

    static CatalogueEntryAnswer of(ProductView product) {
        return new CatalogueEntryAnswer(product.id(), product.status(), ProductTerms.of(product.conditions()));
    }
}
