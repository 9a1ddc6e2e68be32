package io.nexum.gateway;

import io.nexum.gateway.database.Database;
import io.nexum.gateway.database.RunningPostgres;
import io.nexum.gateway.settings.DatabaseAddress;
import io.nexum.gateway.settings.Settings;
import io.nexum.kernel.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * The whole program with its embedded database on a temporary folder, started once for all tests of a JVM that ask for
 * it.
 */
public final class NexumServer {
    public static final String PASSWORD = "a password for tests";

    private final Settings settings;
    private final Nexum nexum;
    private final Api admin;

    /** Made by the first test that asks for it. */
    private static final class Once {
        private static final NexumServer SERVER = start();
    }

    private NexumServer(Settings settings, Nexum nexum) {
        this.settings = settings;
        this.nexum = nexum;
        this.admin = new Api(nexum.base(), login().path("access_token").stringValue());
    }

    public static NexumServer running() {
        return Once.SERVER;
    }

    private static NexumServer start() {
        try {
            Path folder = Files.createTempDirectory("nexum-test");
            Settings settings = Settings.read(Map.of(
                    "NEXUM_PORT",
                    "0",
                    "NEXUM_DATA_DIR",
                    folder.toString(),
                    "NEXUM_ADMIN_PASSWORD",
                    PASSWORD,
                    "NEXUM_ADDRESS_RATE_LIMIT_PER_MINUTE",
                    "0"));
            Nexum nexum = Nexum.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(nexum, folder)));
            return new NexumServer(settings, nexum);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(Nexum nexum, Path folder) {
        nexum.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI base() {
        return nexum.base();
    }

    public Settings settings() {
        return settings;
    }

    /** Speaks as the user {@code admin}. */
    public Api api() {
        return admin;
    }

    /** A new session of the user {@code admin}, as the login answers it. */
    public JsonNode login() {
        HttpRequest request = HttpRequest.newBuilder(base().resolve("/auth/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.text(Map.of("username", "admin", "password", PASSWORD))))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return Json.tree(client.send(request, BodyHandlers.ofByteArray()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where the log ends, as its head row says. */
    public long head() {
        return api().get("/audit/integrity").json().path("head").longValue();
    }

    /**
     * Another node on the same database, with settings of its own. The caller closes it; its tokens are the same as this
     * one's.
     */
    public Nexum another(Map<String, String> more) throws IOException {
        return Nexum.start(settingsOfAnother(more, "nexum"));
    }

    /**
     * The settings of a node on a database of the same PostgreSQL.
     *
     * @param database the database's name; the server's own is {@code nexum}
     */
    public Settings settingsOfAnother(Map<String, String> more, String database) throws IOException {
        DatabaseAddress address = address();
        return settingsOfUser(address.user().orElseThrow(), address.password().orElseThrow(), database, more);
    }

    /** As {@link #settingsOfAnother}, entered by another user than the server's own. */
    public Settings settingsOfUser(String user, String password, String database, Map<String, String> more)
            throws IOException {
        String server = address().jdbcUrl().replace("jdbc:postgresql://", "").replaceFirst("/nexum$", "");
        Map<String, String> all = new HashMap<>(Map.of(
                "NEXUM_PORT",
                "0",
                "NEXUM_DATA_DIR",
                settings.dataDir().toString(),
                "NEXUM_DATABASE_URL",
                "postgresql://" + user + ":" + password + "@" + server + "/" + database,
                "NEXUM_DATABASE_CONNECTIONS",
                "4",
                "NEXUM_ADMIN_PASSWORD",
                PASSWORD,
                "NEXUM_ADDRESS_RATE_LIMIT_PER_MINUTE",
                "0"));
        all.putAll(more);
        return Settings.read(all);
    }

    private DatabaseAddress address() throws IOException {
        return RunningPostgres.noted(settings.dataDir()).orElseThrow().address(settings.dataDir());
    }

    /** As {@link #settingsOfAnother}, on a new and empty database. */
    public Settings settingsOnEmptyDatabase(Map<String, String> more) throws IOException {
        String name = "bank_" + UUID.randomUUID().toString().replace("-", "");
        execute("CREATE DATABASE " + name);
        return settingsOfAnother(more, name);
    }

    /** As the superuser who made the server. */
    public void execute(String sql) throws IOException {
        DatabaseAddress address = address();
        try (Connection connection = DriverManager.getConnection(
                        address.jdbcUrl(),
                        address.user().orElseThrow(),
                        address.password().orElseThrow());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException(sql, e);
        }
    }

    /** An access token of the user {@code admin}, good on every node. */
    public String token() {
        return login().path("access_token").stringValue();
    }

    /** The server's own database, for what the API doesn't tell. The caller closes it. */
    public Database database() throws IOException {
        return Database.ofAuditor(settings);
    }
}
