package io.nexum.kernel.product;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Query;
import io.nexum.kernel.log.StreamId;
import java.time.Instant;
import java.util.Optional;

/** What can be asked about products, and the shapes of the answers. */
public sealed interface ProductQuery<R> extends Query<R> {
    record GetProduct(ProductId id) implements ProductQuery<ProductView> {
        @Override
        public Optional<StreamId> entity() {
            return Optional.of(StreamId.of("product", id));
        }
    }

    /** In the order in which they were made. */
    record FindProducts(
            Optional<ProductType> type, Optional<ProductStatus> status, Optional<String> code, PageRequest page)
            implements ProductQuery<Page<ProductView>> {}

    /** The newest first. */
    record FindProductVersions(ProductId product, PageRequest page) implements ProductQuery<Page<ProductVersionView>> {
        @Override
        public Optional<StreamId> entity() {
            return Optional.of(StreamId.of("product", product));
        }
    }

    /** A product as its newest version has it. */
    record ProductView(
            ProductId id,
            int version,
            ProductStatus status,
            ProductConditions conditions,
            Instant createdAt,
            Instant updatedAt) {}

    /** @param createdBy as the log names them */
    record ProductVersionView(
            ProductVersion version, ProductConditions conditions, String createdBy, Instant createdAt) {}
}
