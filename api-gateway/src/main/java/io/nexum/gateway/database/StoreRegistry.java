package io.nexum.gateway.database;

import io.nexum.gateway.settings.TenantIsolation;
import io.nexum.kernel.TenantId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the first store says of the others: how tenants are kept apart, and where each one's store is. */
final class StoreRegistry {
    private final JdbcClient owner;

    StoreRegistry(DataSource owner) {
        this.owner = JdbcClient.create(owner);
    }

    /**
     * Notes how tenants are kept apart, unless there are tenants who are kept otherwise.
     *
     * @throws DatabaseUnusable if there are
     */
    void settle(TenantIsolation wanted) {
        mustBe(wanted);
        owner.sql("""
                        INSERT INTO tenant_isolation (strategy) VALUES (:strategy)
                        ON CONFLICT (only_one) DO UPDATE SET strategy = excluded.strategy
                        """).param("strategy", nameOf(wanted)).update();
    }

    /** @throws DatabaseUnusable if there are tenants who are kept apart otherwise */
    void mustBe(TenantIsolation wanted) {
        Optional<String> noted = noted();
        if (noted.isPresent() && !noted.get().equals(nameOf(wanted)) && hasTenants()) {
            throw new DatabaseUnusable("the tenants of this database are kept apart by " + noted.get()
                    + ", and NEXUM_TENANT_ISOLATION_STRATEGY says " + nameOf(wanted)
                    + "; back up, and restore into an empty database that is set otherwise");
        }
    }

    /** Absent where the tables are older than the choice. */
    private Optional<String> noted() {
        boolean isThere = owner.sql("SELECT to_regclass('tenant_isolation') IS NOT NULL")
                .query(Boolean.class)
                .single();
        return isThere
                ? owner.sql("SELECT strategy FROM tenant_isolation")
                        .query(String.class)
                        .optional()
                : Optional.empty();
    }

    private static String nameOf(TenantIsolation isolation) {
        return isolation.name().toLowerCase(Locale.ROOT);
    }

    private boolean hasTenants() {
        return owner.sql("""
                        SELECT EXISTS (SELECT FROM tenant_store)
                            OR EXISTS (SELECT FROM chain_head WHERE tenant <> :default)
                        """)
                .param("default", TenantId.DEFAULT.value())
                .query(Boolean.class)
                .single();
    }

    Map<TenantId, String> all() {
        Map<TenantId, String> places = new LinkedHashMap<>();
        owner.sql("SELECT tenant, place FROM tenant_store ORDER BY created_at, tenant")
                .query(row -> {
                    places.put(new TenantId(row.getString("tenant")), row.getString("place"));
                });
        return places;
    }

    Optional<String> placeOf(TenantId tenant) {
        return owner.sql("SELECT place FROM tenant_store WHERE tenant = :tenant")
                .param("tenant", tenant.value())
                .query(String.class)
                .optional();
    }

    void add(TenantId tenant, String place) {
        owner.sql("INSERT INTO tenant_store (tenant, place) VALUES (:tenant, :place) ON CONFLICT (tenant) DO NOTHING")
                .param("tenant", tenant.value())
                .param("place", place)
                .update();
    }
}
