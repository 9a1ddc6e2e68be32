package io.nexum.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.backup.Backup;
import io.nexum.gateway.backup.Restore;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.settings.Settings;
import io.nexum.gateway.tenant.Installation.Bank;
import io.nexum.kernel.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is left when a store can't be made, isn't there or doesn't take what it is given. */
class StoreFailureTest {
    private static final Map<String, String> APART =
            Map.of("NEXUM_TENANT_ISOLATION_STRATEGY", "database_per_tenant", "NEXUM_TENANT_DATABASE_CONNECTIONS", "3");

    @TempDir
    private Path folder;

    private final NexumServer server = NexumServer.running();

    @Test
    void a_bank_whose_making_broke_off_is_finished_when_it_is_asked_for_again() throws IOException {
        String owner = "owner_" + UUID.randomUUID().toString().replace("-", "");
        server.execute("CREATE ROLE " + owner + " LOGIN PASSWORD 'plain'");
        server.execute("GRANT nexum_app TO " + owner);
        server.execute("CREATE DATABASE " + owner + " OWNER " + owner);
        String bank = """
                {"name": "Bank", "code": "%s", "display_name": "Bank"}
                """.formatted(Installation.freshCode());
        try (Installation installation = Installation.on(server.settingsOfUser(owner, "plain", owner, APART))) {
            Answer broken = installation.platform().post("/tenants", bank);
            assertThat(broken.status()).as(broken.text()).isEqualTo(503);

            server.execute("ALTER ROLE " + owner + " CREATEDB");
            Answer made = installation.platform().post("/tenants", bank);

            assertThat(made.status()).as(made.text()).isEqualTo(201);
            assertThat(made.at("admin_user/one_time_password")).isNotEmpty();
            assertThat(installation.platform().post("/tenants", bank).status()).isEqualTo(409);
        }
    }

    @Test
    void a_bank_whose_database_is_away_keeps_no_other_from_being_served() throws IOException {
        Settings settings;
        Bank away;
        Bank other;
        try (Installation installation = Installation.with(APART)) {
            away = installation.open();
            other = installation.open();
            settings = installation.settings();
        }
        String database =
                settings.database().orElseThrow().database() + "_t_" + away.id().replace('-', '_');
        server.execute("ALTER DATABASE " + database + " ALLOW_CONNECTIONS false");
        try (Installation installation = Installation.on(settings)) {
            assertThat(installation
                            .enter(other.id())
                            .get("/ledger/trial-balance")
                            .status())
                    .isEqualTo(200);
            assertThat(installation.platform().get("/health/ready").status()).isEqualTo(200);
            assertThat(installation
                            .login(away.id(), "admin", Installation.PASSWORD)
                            .status())
                    .isEqualTo(503);

            server.execute("ALTER DATABASE " + database + " ALLOW_CONNECTIONS true");
            assertThat(installation
                            .enter(away.id())
                            .get("/ledger/trial-balance")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_restore_that_does_not_fit_writes_nothing() throws IOException {
        Path file = folder.resolve("bank.backup");
        String bank;
        try (Installation source = Installation.isolating("schema_per_tenant")) {
            bank = source.open().id();
            try (Database database = Database.ofAuditor(source.settings())) {
                Backup.write(database.stores(), tenant -> true, file, row -> {});
            }
        }
        try (Installation target = Installation.isolating("schema_per_tenant");
                Database database = Database.ofAuditor(target.settings())) {
            assertThatThrownBy(() -> Restore.read(database.stores(), file, row -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("default");
            assertThat(database.stores().find(new TenantId(bank))).isEmpty();
        }
    }

    @Test
    void a_backup_of_nobody_is_refused() throws IOException {
        try (Database database = server.database()) {
            Path file = folder.resolve("nobody.backup");

            assertThatThrownBy(() -> Backup.write(database.stores(), tenant -> false, file, row -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no log of such a tenant");
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void a_user_of_one_tenant_is_referred_to_by_no_row_of_another() throws IOException {
        try (Installation installation = Installation.isolating("shared_table")) {
            Bank one = installation.open();
            Bank other = installation.open();
            try (Database database = Database.ofAuditor(installation.settings())) {
                JdbcClient client = JdbcClient.create(database.stores().of(new TenantId(other.id())));
                UUID user = JdbcClient.create(database.stores().of(new TenantId(one.id())))
                        .sql("SELECT id FROM user_account")
                        .query(UUID.class)
                        .single();

                assertThatThrownBy(() -> client.sql("""
                                        INSERT INTO known_address (tenant, user_id, address, seen_at)
                                        VALUES (:tenant, :user, '192.0.2.1', now())
                                        """)
                                .param("tenant", other.id())
                                .param("user", user)
                                .update())
                        .hasStackTraceContaining("foreign key");
            }
        }
    }
}
