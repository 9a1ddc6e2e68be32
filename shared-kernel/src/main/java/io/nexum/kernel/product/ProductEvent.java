package io.nexum.kernel.product;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.log.StreamId;

/** Everything that can happen to a product. */
public sealed interface ProductEvent extends DomainEvent {
    ProductId product();

    @Override
    default StreamId stream() {
        return StreamId.of("product", product());
    }

    /** A draft, and its version 1. */
    record ProductCreated(ProductId product, ProductConditions conditions) implements ProductEvent {}

    /** Carries the whole of the new version. What was opened under an earlier one keeps that. */
    record ProductChanged(ProductId product, int version, ProductConditions conditions) implements ProductEvent {}

    record ProductActivated(ProductId product) implements ProductEvent {}

    record ProductSuspended(ProductId product) implements ProductEvent {}

    record ProductResumed(ProductId product) implements ProductEvent {}

    /** Nothing can happen to it any more; what was opened under it goes on. */
    record ProductRetired(ProductId product) implements ProductEvent {}
}
