package io.nexum.command.product;

import io.nexum.command.EntityType;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductEvent;
import io.nexum.kernel.product.ProductEvent.ProductActivated;
import io.nexum.kernel.product.ProductEvent.ProductChanged;
import io.nexum.kernel.product.ProductEvent.ProductCreated;
import io.nexum.kernel.product.ProductEvent.ProductResumed;
import io.nexum.kernel.product.ProductEvent.ProductRetired;
import io.nexum.kernel.product.ProductEvent.ProductSuspended;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductStatus;
import io.nexum.kernel.product.ProductVersion;

/** A product as its newest version has it. */
public sealed interface ProductState {
    EntityType<ProductState> TYPE = new EntityType<>("product", new Unknown(), Known.class, "1", ProductState::evolve);

    /** Nobody has made it. */
    record Unknown() implements ProductState {}

    /** @param version the newest one, which anything new is opened under */
    record Known(ProductVersion version, ProductStatus status, ProductConditions conditions) implements ProductState {
        Known as(ProductStatus changed) {
            return new Known(version, changed, conditions);
        }
    }

    static StreamId streamOf(ProductId product) {
        return TYPE.stream(product);
    }

    static ProductState evolve(ProductState before, DomainEvent happened) {
        ProductEvent event = (ProductEvent) happened;
        if (event instanceof ProductCreated created) {
            return new Known(new ProductVersion(created.product(), 1), ProductStatus.DRAFT, created.conditions());
        }
        Known now = (Known) before;
        return switch (event) {
            case ProductCreated created -> now;
            case ProductChanged changed ->
                new Known(new ProductVersion(changed.product(), changed.version()), now.status, changed.conditions());
            case ProductActivated activated -> now.as(ProductStatus.ACTIVE);
            case ProductSuspended suspended -> now.as(ProductStatus.SUSPENDED);
            case ProductResumed resumed -> now.as(ProductStatus.ACTIVE);
            case ProductRetired retired -> now.as(ProductStatus.RETIRED);
        };
    }
}
