package io.nexum.gateway.database;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.store.Store;
import java.util.List;
import java.util.Optional;

/** One store for all tenants. */
record OneStore(Store store) implements TenantStores {
    @Override
    public Optional<Store> find(TenantId tenant) {
        return Optional.of(store);
    }

    @Override
    public void open(TenantId tenant) {
        // Its rows will tell it from the others.
    }

    @Override
    public List<Store> all() {
        return List.of(store);
    }
}
