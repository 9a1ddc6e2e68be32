package io.nexum.kernel.product;

import io.nexum.kernel.Command;
import java.util.List;

/** What can be asked of the product catalogue. */
public sealed interface ProductCommand<R> extends Command<R> {
    /** @param activate whether it is active at once, not a draft */
    record CreateProduct(ProductId product, ProductConditions conditions, boolean activate)
            implements ProductCommand<ProductId> {}

    /**
     * Makes a new version, unless nothing changes.
     *
     * @param changes the version that the new one was made of: if there is a newer one it is refused
     */
    record ChangeProduct(ProductId product, ProductConditions conditions, int changes)
            implements ProductCommand<ProductId> {}

    /** Makes a draft active, or a suspended product active again. An active one stays as it is. */
    record ActivateProduct(ProductId product) implements ProductCommand<ProductId> {}

    record SuspendProduct(ProductId product) implements ProductCommand<ProductId> {}

    record RetireProduct(ProductId product) implements ProductCommand<ProductId> {}

    /** Makes the catalogue what the entries say, all of it or none. Products that have no entry stay as they are. */
    record ApplyCatalogue(List<CatalogueEntry> entries) implements ProductCommand<Integer> {
        public static final int MOST_ENTRIES = 500;

        public ApplyCatalogue {
            entries = List.copyOf(entries);
        }
    }
}
