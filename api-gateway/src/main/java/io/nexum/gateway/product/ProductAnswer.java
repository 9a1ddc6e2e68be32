package io.nexum.gateway.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.kernel.Page;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductQuery.ProductVersionView;
import io.nexum.kernel.product.ProductQuery.ProductView;
import io.nexum.kernel.product.ProductStatus;
import java.time.Instant;
import java.util.List;

/**
 * A product as its clients read it.
 *
 * @param id the same as {@code productId}
 */
record ProductAnswer(
        ProductId productId,
        ProductId id,
        @JsonUnwrapped ProductTerms terms,
        ProductStatus status,
        int version,
        Instant createdAt,
        Instant updatedAt) {
    static ProductAnswer of(ProductView product) {
        return new ProductAnswer(
                product.id(),
                product.id(),
                ProductTerms.of(product.conditions()),
                product.status(),
                product.version(),
                product.createdAt(),
                product.updatedAt());
    }

    /** A page of products. */
    record ProductList(List<ProductAnswer> products, long total, int skip, int limit) {
        static ProductList of(Page<ProductView> page) {
            return new ProductList(
                    page.items().stream().map(ProductAnswer::of).toList(), page.total(), page.skip(), page.limit());
        }
    }

    /** One version of a product. */
    record Version(
            ProductId productId, int version, @JsonUnwrapped ProductTerms terms, String createdBy, Instant createdAt) {
        static Version of(ProductVersionView version) {
            return new Version(
                    version.version().product(),
                    version.version().version(),
                    ProductTerms.of(version.conditions()),
                    version.createdBy(),
                    version.createdAt());
        }
    }

    /** A page of versions. */
    record VersionList(List<Version> versions, long total, int skip, int limit) {
        static VersionList of(Page<ProductVersionView> page) {
            return new VersionList(
                    page.items().stream().map(Version::of).toList(), page.total(), page.skip(), page.limit());
        }
    }
}
