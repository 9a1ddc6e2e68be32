package io.nexum.gateway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.gateway.settings.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database outlives whatever ends it. */
class EmbeddedPostgresTest {
    @TempDir
    private Path dataDir = Path.of(".");

    @Test
    void data_survives_a_stop_and_a_start() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataDir, 0, 10)) {
            note(postgres.address(), 1);
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataDir, 0, 10)) {
            assertThat(noted(postgres.address())).isEqualTo(1);
        }
    }

    @Test
    void a_server_that_is_killed_comes_back_on_its_port_with_what_was_committed() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataDir, 0, 10)) {
            note(postgres.address(), 7);
            RunningPostgres killed = RunningPostgres.noted(dataDir).orElseThrow();

            ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();

            Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
                RunningPostgres running = RunningPostgres.noted(dataDir).orElseThrow();
                assertThat(running.pid()).isNotEqualTo(killed.pid());
                assertThat(running.port()).isEqualTo(killed.port());
                assertThat(noted(postgres.address())).isEqualTo(7);
            });
        }
    }

    @Test
    void a_server_that_a_killed_program_left_behind_makes_room_for_the_next() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingProgram.class.getName(),
                        dataDir.toString())
                .redirectErrorStream(true)
                .redirectOutput(dataDir.resolve("program.log").toFile())
                .start();
        assertThat(program.waitFor())
                .as(Files.readString(dataDir.resolve("program.log")))
                .isEqualTo(DyingProgram.EXIT);
        ProcessHandle orphan = ProcessHandle.of(
                        RunningPostgres.noted(dataDir).orElseThrow().pid())
                .orElseThrow();
        assertThat(orphan.isAlive()).isTrue();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataDir, 0, 10)) {
            assertThat(noted(postgres.address())).isEqualTo(42);
            assertThat(RunningPostgres.noted(dataDir).orElseThrow().pid()).isNotEqualTo(orphan.pid());
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !orphan.isAlive());
        }
    }

    @Test
    void a_second_program_does_not_touch_the_folder_of_the_first() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataDir, 0, 10)) {
            note(postgres.address(), 3);

            assertThatThrownBy(() -> EmbeddedPostgres.start(dataDir, 0, 10))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining("another Nexum runs");

            assertThat(noted(postgres.address())).isEqualTo(3);
        }
    }

    @Test
    void commits_are_durable_and_only_the_password_opens_it() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataDir, 0, 10)) {
            DatabaseAddress address = postgres.address();
            try (Connection connection = connect(address);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("""
                            SELECT current_setting('fsync'), current_setting('synchronous_commit'),
                                   current_setting('full_page_writes'), current_setting('listen_addresses')
                            """)) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("on");
                assertThat(row.getString(2)).isEqualTo("on");
                assertThat(row.getString(3)).isEqualTo("on");
                assertThat(row.getString(4)).isEqualTo("127.0.0.1");
            }
            assertThatThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), "nexum", "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void a_cluster_of_another_version_is_left_alone() throws IOException {
        Path cluster = Files.createDirectories(dataDir.resolve("postgres"));
        Files.writeString(cluster.resolve("PG_VERSION"), "14\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(dataDir, 0, 10))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("PostgreSQL 14");
    }

    static void note(DatabaseAddress address, int number) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS noted (number int)");
            statement.execute("INSERT INTO noted VALUES (" + number + ")");
        }
    }

    private static int noted(DatabaseAddress address) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT number FROM noted")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(
                address.jdbcUrl(),
                address.user().orElseThrow(),
                address.password().orElseThrow());
    }
}
