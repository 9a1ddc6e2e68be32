package io.nexum.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.gateway.Nexum;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.backup.Backup;
import io.nexum.gateway.backup.Restore;
import io.nexum.gateway.backup.Restore.Restored;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.database.DatabaseUnusable;
import io.nexum.gateway.settings.Settings;
import io.nexum.gateway.tenant.Installation.Bank;
import io.nexum.kernel.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores are made while the bank serves, found again after a start, and carried from one way of isolation to another. */
class IsolationTest {
    @TempDir
    private Path folder;

    private static String account(Bank bank) {
        String customer = bank.user().post("/customers", """
                {"first_name": "Alice", "last_name": "Johnson", "email": "alice@example.com"}
                """).at("customer_id");
        String account = bank.user().post("/accounts", """
                {"customer_id": "%s", "product_type": "checking", "currency": "USD", "name": "Everyday"}
                """.formatted(customer)).at("account_id");
        assertThat(bank.user()
                        .post("/transactions/deposit", """
                {"account_id": "%s", "amount": {"amount": "75.00", "currency": "USD"}, "description": "Payroll"}
                """.formatted(account))
                        .status())
                .isEqualTo(200);
        return account;
    }

    private static String balance(Bank bank, String account) {
        return bank.user().get("/accounts/" + account + "/balance").at("ledger_balance/amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared_table", "schema_per_tenant", "database_per_tenant"})
    void a_bank_is_there_after_a_start_and_on_another_node(String strategy) throws IOException {
        Settings settings;
        Bank bank;
        String account;
        try (Installation installation = Installation.isolating(strategy)) {
            settings = installation.settings();
            try (Installation otherNode = Installation.on(settings)) {
                bank = installation.open();
                account = account(bank);
                assertThat(balance(new Bank(bank.id(), otherNode.enter(bank.id())), account))
                        .isEqualTo("75.00");
            }
        }
        try (Installation again = Installation.on(settings)) {
            Bank found = new Bank(bank.id(), again.enter(bank.id()));
            assertThat(balance(found, account)).isEqualTo("75.00");
            assertThat(found.user().get("/audit/integrity").at("valid")).isEqualTo("true");
        }
    }

    @Test
    void a_bank_with_the_longest_name_has_a_store() {
        for (String strategy : new String[] {"schema_per_tenant", "database_per_tenant"}) {
            try (Installation installation = Installation.isolating(strategy)) {
                Bank bank = installation.open("LONG_" + "X".repeat(58), "");
                assertThat(balance(bank, account(bank))).isEqualTo("75.00");
            }
        }
    }

    @Test
    void tenants_are_not_kept_apart_in_another_way_than_they_were_made() throws IOException {
        String database;
        try (Installation installation = Installation.isolating("schema_per_tenant")) {
            installation.open();
            database = installation.settings().database().orElseThrow().database();
        }
        Settings otherwise = NexumServer.running()
                .settingsOfAnother(Map.of("NEXUM_TENANT_ISOLATION_STRATEGY", "shared_table"), database);

        assertThatThrownBy(() -> Nexum.start(otherwise).close())
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("schema_per_tenant")
                .hasMessageContaining("NEXUM_TENANT_ISOLATION_STRATEGY");
        assertThatThrownBy(() -> Database.ofAuditor(otherwise).close()).isInstanceOf(DatabaseUnusable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared_table", "schema_per_tenant", "database_per_tenant"})
    void a_backup_is_restored_into_every_way_of_isolation(String strategy) throws IOException {
        Path file = folder.resolve("bank.backup");
        Bank bank;
        String account;
        try (Installation source = Installation.isolating("schema_per_tenant")) {
            bank = source.open();
            account = account(bank);
            try (Database database = Database.ofAuditor(source.settings())) {
                Backup.write(database.stores(), tenant -> true, file, row -> {});
            }
        }
        Settings empty = NexumServer.running()
                .settingsOnEmptyDatabase(
                        Map.of("NEXUM_TENANT_ISOLATION_STRATEGY", strategy, "NEXUM_TENANT_DATABASE_CONNECTIONS", "3"));
        try (Database target = Database.open(empty)) {
            Restored restored = Restore.read(target.stores(), file, row -> {});
            assertThat(restored.valid()).isTrue();
            assertThat(restored.reports()).containsKeys("default", bank.id());
        }
        try (Installation served = Installation.on(empty)) {
            assertThat(balance(new Bank(bank.id(), served.enter(bank.id())), account))
                    .isEqualTo("75.00");
        }
    }

    @Test
    void one_bank_moves_to_another_installation() throws IOException {
        Path file = folder.resolve("moving.backup");
        String code = Installation.freshCode();
        Bank bank;
        String account;
        try (Installation source = Installation.isolating("shared_table")) {
            bank = source.open(code, "");
            source.open();
            account = account(bank);
            try (Database database = Database.ofAuditor(source.settings())) {
                Backup.write(database.stores(), tenant -> tenant.equals(new TenantId(bank.id())), file, row -> {});
            }
        }
        try (Installation target = Installation.isolating("database_per_tenant")) {
            Bank neighbour = target.open();
            try (Database database = Database.open(target.settings())) {
                assertThat(Restore.read(database.stores(), file, row -> {}).reports())
                        .containsOnlyKeys(bank.id());
            }
            assertThat(target.platform().post("/tenants", """
                    {"name": "Bank", "code": "%s", "display_name": "Moved"}
                    """.formatted(code)).status())
                    .isEqualTo(201);

            assertThat(balance(new Bank(bank.id(), target.enter(bank.id())), account))
                    .isEqualTo("75.00");
            assertThat(neighbour.user().get("/audit/integrity").at("valid")).isEqualTo("true");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared_table", "schema_per_tenant", "database_per_tenant"})
    void the_tables_may_belong_to_a_user_who_is_no_superuser(String strategy) throws IOException {
        NexumServer server = NexumServer.running();
        String owner = "owner_" + UUID.randomUUID().toString().replace("-", "");
        server.execute("CREATE ROLE " + owner + " LOGIN PASSWORD 'plain' CREATEDB");
        server.execute("GRANT nexum_app TO " + owner);
        server.execute("CREATE DATABASE " + owner + " OWNER " + owner);
        Settings settings = server.settingsOfUser(
                owner,
                "plain",
                owner,
                Map.of("NEXUM_TENANT_ISOLATION_STRATEGY", strategy, "NEXUM_TENANT_DATABASE_CONNECTIONS", "3"));
        Path file = folder.resolve("plain.backup");

        try (Installation installation = Installation.on(settings)) {
            Bank bank = installation.open();
            assertThat(balance(bank, account(bank))).isEqualTo("75.00");
            try (Database database = Database.ofAuditor(settings)) {
                assertThat(Backup.write(database.stores(), tenant -> true, file, row -> {})
                                .heads())
                        .containsKeys("default", bank.id());
            }
        }
        server.execute("CREATE DATABASE " + owner + "_2 OWNER " + owner);
        Settings empty = server.settingsOfUser(
                owner,
                "plain",
                owner + "_2",
                Map.of("NEXUM_TENANT_ISOLATION_STRATEGY", strategy, "NEXUM_TENANT_DATABASE_CONNECTIONS", "3"));
        try (Database target = Database.open(empty)) {
            assertThat(Restore.read(target.stores(), file, row -> {}).valid()).isTrue();
        }
    }
}
