package io.nexum.gateway.database;

import io.nexum.gateway.database.SeparateStores.Places;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.store.SharedStore;
import io.nexum.kernel.store.Store;

/**
 * Schemas of one database.
 *
 * @param migrates whether tables are made and upgraded, or taken as they are
 */
record SchemaPlaces(Pools pools, boolean migrates) implements Places {
    /** PostgreSQL's 63 characters, less what the schemas of the read models have behind it. */
    private static final int LONGEST = 63 - "_read_rebuild".length();

    @Override
    public String make(TenantId tenant) {
        return PlaceName.of("nexum_t_", tenant, LONGEST); // made with its tables
    }

    @Override
    public Store open(String place) {
        if (migrates) {
            StoreTables.migrate(pools.owner(), place);
        }
        return new SharedStore(pools.owner(), pools.program(), place);
    }
}
