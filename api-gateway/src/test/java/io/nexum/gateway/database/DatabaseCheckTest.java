package io.nexum.gateway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.gateway.NexumServer;
import io.nexum.gateway.settings.DatabaseAddress;
import io.nexum.gateway.settings.Settings;
import io.nexum.kernel.TenantId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What is looked at before the books are opened. */
class DatabaseCheckTest {
    private final NexumServer server = NexumServer.running();

    @Test
    void a_version_that_is_too_old_is_refused() {
        assertThatThrownBy(() -> new DatabaseCheck(140012, "UTF8", List.of()).require())
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("PostgreSQL 14")
                .hasMessageContaining("15 or later");
    }

    @Test
    void a_database_with_another_encoding_is_refused_with_what_would_be_right() throws Exception {
        String url = createDatabase("latin", "ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0");

        assertThatThrownBy(() -> Database.open(Settings.read(Map.of("NEXUM_DATABASE_URL", url))))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("LATIN1")
                .hasMessageContaining("ENCODING 'UTF8'");
    }

    @Test
    void a_database_whose_commits_are_not_durable_is_found_out() throws Exception {
        String url = createDatabase("hasty", "");
        execute("ALTER DATABASE hasty SET synchronous_commit = off");
        PGSimpleDataSource hasty = new PGSimpleDataSource();
        hasty.setUrl("jdbc:" + url.replaceAll("//.*@", "//"));
        hasty.setUser(address().user().orElseThrow());
        hasty.setPassword(address().password().orElseThrow());

        DatabaseCheck check = DatabaseCheck.of(hasty);

        assertThat(check.durabilityOff()).containsExactly("synchronous_commit");
        check.require();
    }

    @Test
    void a_database_that_is_not_there_is_told_without_its_password() {
        assertThatThrownBy(() -> Database.open(
                        Settings.read(Map.of("NEXUM_DATABASE_URL", "postgresql://me:topsecret@127.0.0.1:1/bank"))))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/bank")
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void the_program_may_not_change_the_log() throws Exception {
        try (Database database = server.database();
                Connection connection = database.program().getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM event"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private DatabaseAddress address() throws IOException {
        return RunningPostgres.noted(server.settings().dataDir())
                .orElseThrow()
                .address(server.settings().dataDir());
    }

    private String createDatabase(String name, String options) throws Exception {
        execute("CREATE DATABASE " + name + " " + options);
        DatabaseAddress address = address();
        return "postgresql://" + address.user().orElseThrow() + ":"
                + address.password().orElseThrow() + "@"
                + address.jdbcUrl().replace("jdbc:postgresql://", "").replaceAll("/.*", "/" + name);
    }

    private void execute(String sql) throws Exception {
        try (Database database = server.database();
                Connection connection =
                        database.stores().storeOf(TenantId.DEFAULT).owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
