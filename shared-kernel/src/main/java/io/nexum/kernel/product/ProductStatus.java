package io.nexum.kernel.product;

import java.util.Optional;

/** Where a product stands. Accounts and loans are opened under an active one only. */
public enum ProductStatus {
    DRAFT,
    ACTIVE,
    SUSPENDED,
    RETIRED;

    /** The status that an event sets; empty if it leaves the one before. */
    public static Optional<ProductStatus> setBy(ProductEvent event) {
        return switch (event) {
            case ProductEvent.ProductCreated _ -> Optional.of(DRAFT);
            case ProductEvent.ProductActivated _, ProductEvent.ProductResumed _ -> Optional.of(ACTIVE);
            case ProductEvent.ProductSuspended _ -> Optional.of(SUSPENDED);
            case ProductEvent.ProductRetired _ -> Optional.of(RETIRED);
            case ProductEvent.ProductChanged _ -> Optional.empty();
        };
    }
}
