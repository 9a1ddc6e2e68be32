package io.nexum.gateway.database;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A store of its own for each tenant. The one that runs the installation is in the first store, which also says where
 * all others are, so that every node finds what another one has made.
 */
final class SeparateStores implements TenantStores {
    private final Store first;
    private final StoreRegistry registry;
    private final Places places;
    private final Map<TenantId, Store> open = new ConcurrentHashMap<>();

    SeparateStores(Store first, StoreRegistry registry, Places places) {
        this.first = first;
        this.registry = registry;
        this.places = places;
        registry.all().forEach((tenant, place) -> open.put(tenant, places.open(place)));
    }

    /** Makes places that hold a store, and opens them. */
    interface Places {
        /** Makes the place of a tenant, unless it is there, and tells its name. */
        String make(TenantId tenant);

        Store open(String place);
    }

    @Override
    public Optional<Store> find(TenantId tenant) {
        if (tenant.equals(TenantId.DEFAULT)) {
            return Optional.of(first);
        }
        Store known = open.get(tenant);
        return known != null
                ? Optional.of(known)
                : registry.placeOf(tenant).map(place -> open.computeIfAbsent(tenant, found -> places.open(place)));
    }

    /** On record last: a store that is found is whole. */
    @Override
    public void open(TenantId tenant) {
        if (find(tenant).isEmpty()) {
            String place = places.make(tenant);
            open.computeIfAbsent(tenant, made -> places.open(place));
            registry.add(tenant, place);
        }
    }

    @Override
    public List<Store> all() {
        List<Store> all = new ArrayList<>(open.values());
        all.addFirst(first);
        return all;
    }
}
