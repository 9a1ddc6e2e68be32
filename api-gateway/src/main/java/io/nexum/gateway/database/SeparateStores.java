package io.nexum.gateway.database;

import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store of its own for each tenant. The one that runs the installation is in the first store, which also says where
 * all others are, so that every node finds what another one has made.
 */
final class SeparateStores implements TenantStores {
    private static final Logger LOG = LoggerFactory.getLogger(SeparateStores.class);

    private final Store first;
    private final StoreRegistry registry;
    private final Places places;
    private final Map<TenantId, Store> open = new ConcurrentHashMap<>();

    SeparateStores(Store first, StoreRegistry registry, Places places) {
        this.first = first;
        this.registry = registry;
        this.places = places;
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
        return known != null ? Optional.of(known) : registry.placeOf(tenant).map(place -> opened(tenant, place));
    }

    /** @throws RefusedException if it can't be opened now */
    private Store opened(TenantId tenant, String place) {
        try {
            return open.computeIfAbsent(tenant, found -> places.open(place));
        } catch (RuntimeException e) {
            LOG.error("the store of {} can't be opened", tenant, e);
            throw new RefusedException(new Refusals.StoreUnavailable(
                    "the tables of the tenant " + tenant + " can't be reached; try again later"));
        }
    }

    /** On record when it is whole, and in memory when it is on record. */
    @Override
    public void open(TenantId tenant) {
        if (find(tenant).isEmpty()) {
            open.computeIfAbsent(tenant, absent -> {
                String place = places.make(tenant);
                Store made = places.open(place);
                registry.add(tenant, place);
                return made;
            });
        }
    }

    /** The first one first. One that can't be opened now is left out, and doesn't keep the others from being served. */
    @Override
    public List<Store> all() {
        List<Store> all = new ArrayList<>();
        all.add(first);
        registry.all().forEach((tenant, place) -> {
            try {
                all.add(opened(tenant, place));
            } catch (RefusedException e) {
                LOG.warn("{} is left out", tenant);
            }
        });
        return all;
    }
}
