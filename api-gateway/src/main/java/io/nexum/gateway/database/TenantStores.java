package io.nexum.gateway.database;

import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.store.Store;
import io.nexum.kernel.store.Stores;
import java.util.Optional;

/** Where each tenant's tables are, and how a new one gets its own. */
public sealed interface TenantStores extends Stores permits OneStore, SeparateStores {
    /** The tenant's store, if there is one. */
    Optional<Store> find(TenantId tenant);

    /** Makes the tenant's store, unless it is there. */
    void open(TenantId tenant);

    @Override
    default Store storeOf(TenantId tenant) {
        return find(tenant)
                .orElseThrow(() -> new RefusedException(new Refusals.StoreUnavailable(
                        "the tenant " + tenant + " has no tables yet; try again shortly")));
    }
}
