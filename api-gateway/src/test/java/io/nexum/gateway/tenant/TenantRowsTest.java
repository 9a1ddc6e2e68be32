package io.nexum.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.gateway.database.Database;
import io.nexum.gateway.tenant.Installation.Bank;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.store.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself does for it that tenants are kept apart, should the program ever forget to. */
class TenantRowsTest {
    private static List<String> tenantTables(Store store) {
        return JdbcClient.create(store.owner())
                .sql("""
                        SELECT c.oid::regclass::text FROM pg_class c
                        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant' AND NOT a.attisdropped
                        WHERE c.relkind = 'r' AND c.relnamespace::regnamespace::text IN (:log, :read)
                        """)
                .param("log", store.schema())
                .param("read", store.readSchema())
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared_table", "schema_per_tenant", "database_per_tenant"})
    void each_table_of_each_store_is_under_a_policy_that_binds_its_owner_too(String strategy) throws IOException {
        try (Installation installation = Installation.isolating(strategy)) {
            installation.open();
            try (Database database = Database.ofAuditor(installation.settings())) {
                for (Store store : database.stores().all()) {
                    List<String> tables = tenantTables(store);
                    assertThat(tables).contains("event", "account", "user_account", "session");
                    assertThat(withoutPolicy(store, tables)).isEmpty();
                }
            }
        }
    }

    private static List<String> withoutPolicy(Store store, List<String> tables) {
        return JdbcClient.create(store.owner())
                .sql("""
                        SELECT c.oid::regclass::text FROM pg_class c
                        WHERE c.oid IN (SELECT t::regclass FROM unnest(:tables::text[]) AS t)
                          AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
                        """)
                .param("tables", tables.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared_table", "schema_per_tenant", "database_per_tenant"})
    void who_names_no_tenant_finds_nothing_and_who_names_one_finds_no_other(String strategy) throws IOException {
        try (Installation installation = Installation.isolating(strategy)) {
            Bank one = installation.open();
            installation.open();
            try (Database database = Database.ofAuditor(installation.settings())) {
                assertThat(seen(
                                database.program(),
                                tenantTables(database.stores().storeOf(TenantId.DEFAULT)),
                                ""))
                        .isEmpty();
                TenantId tenant = new TenantId(one.id());
                Store store = database.stores().storeOf(tenant);
                assertThat(seen(store.of(tenant), tenantTables(store), one.id()))
                        .contains("event", "user_account", "bank_user")
                        .doesNotContain("another tenant's");
            }
        }
    }

    /** The tables that show a row, and whether one of them is another tenant's. */
    private static List<String> seen(DataSource program, List<String> tables, String tenant) {
        JdbcClient client = JdbcClient.create(program);
        List<String> seen = new ArrayList<>();
        for (String table : tables) {
            if (!client.sql("SELECT has_table_privilege(:table, 'SELECT')")
                    .param("table", table)
                    .query(Boolean.class)
                    .single()) {
                continue;
            }
            List<String> owners = client.sql("SELECT DISTINCT tenant FROM " + table)
                    .query(String.class)
                    .list();
            if (!owners.isEmpty()) {
                seen.add(owners.equals(List.of(tenant)) ? table : "another tenant's");
            }
        }
        return seen;
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared_table", "schema_per_tenant", "database_per_tenant"})
    void a_connection_of_one_tenant_writes_no_row_of_another(String strategy) throws IOException {
        try (Installation installation = Installation.isolating(strategy)) {
            Bank victim = installation.open();
            TenantId attacker = new TenantId(installation.open().id());
            try (Database database = Database.ofAuditor(installation.settings())) {
                JdbcClient client = JdbcClient.create(database.stores().of(attacker));

                assertThatThrownBy(() -> client.sql(
                                        "INSERT INTO claim (tenant, kind, value, position) VALUES (:tenant, 'k', 'v', 1)")
                                .param("tenant", victim.id())
                                .update())
                        .isInstanceOf(DataAccessException.class)
                        .hasStackTraceContaining("row-level security");
                assertThat(client.sql("UPDATE chain_head SET position = 0 WHERE tenant = :tenant")
                                .param("tenant", victim.id())
                                .update())
                        .isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema_per_tenant", "database_per_tenant"})
    void a_tenant_with_a_store_of_its_own_has_rows_nowhere_else(String strategy) throws IOException {
        try (Installation installation = Installation.isolating(strategy)) {
            TenantId tenant = new TenantId(installation.open().id());
            installation.open();
            try (Database database = Database.ofAuditor(installation.settings())) {
                Store own = database.stores().storeOf(tenant);
                for (Store store : database.stores().all()) {
                    List<String> holding = holding(store, tenant);
                    if (store.equals(own)) {
                        assertThat(holding).contains("event", "chain_head", "gl_account", "bank_user");
                    } else {
                        assertThat(holding).isSubsetOf("tenant_store");
                    }
                }
            }
        }
    }

    private static List<String> holding(Store store, TenantId tenant) {
        return tenantTables(store).stream()
                .filter(table -> JdbcClient.create(store.owner())
                        .sql("SELECT EXISTS (SELECT FROM " + table + " WHERE tenant = :tenant)")
                        .param("tenant", tenant.value())
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
