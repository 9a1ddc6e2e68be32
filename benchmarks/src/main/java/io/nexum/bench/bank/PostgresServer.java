package io.nexum.bench.bank;

import io.nexum.command.store.key.KeyStore;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.database.EmbeddedPostgres;
import io.nexum.gateway.privacy.PersonalKeys;
import io.nexum.gateway.settings.DatabaseAddress;
import io.nexum.gateway.settings.Settings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The one PostgreSQL server that all parts of a run measure against: the embedded one on data of its own, or the one of
 * {@code NEXUM_DATABASE_URL}. There too, each part works in a database of its own and drops it; a bank's books are never
 * touched.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String DATABASE_URL = "NEXUM_DATABASE_URL";

    /** Every database of a run is written with the same master key, whichever process writes it. */
    public static final String MASTER_KEY = randomKey();

    private static final int CONNECTIONS = 260;
    private static final int DEFAULT_PORT = 5432;

    private final DatabaseAddress address;
    private final URI uri;
    private final Runnable stop;

    private PostgresServer(DatabaseAddress address, Runnable stop) {
        this.address = address;
        this.uri = URI.create(address.jdbcUrl().substring("jdbc:".length()));
        this.stop = stop;
    }

    /** @param dataDir where the embedded server keeps its data */
    public static PostgresServer start(Path dataDir) {
        Optional<String> external =
                Optional.ofNullable(System.getenv(DATABASE_URL)).filter(url -> !url.isBlank());
        if (external.isPresent()) {
            DatabaseAddress address = Settings.read(Map.of(DATABASE_URL, external.get()))
                    .database()
                    .orElseThrow();
            return new PostgresServer(address, () -> {});
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.start(dataDir, 0, CONNECTIONS);
        // Whoever interrupts a run is left with no server.
        Runtime.getRuntime().addShutdownHook(new Thread(embedded::close));
        return new PostgresServer(embedded.address(), embedded::close);
    }

    public String host() {
        return uri.getHost();
    }

    public int port() {
        return uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
    }

    public String user() {
        return address.user().orElse("");
    }

    public String password() {
        return address.password().orElse("");
    }

    public String version() throws SQLException {
        return value("SHOW server_version");
    }

    /** Whether a commit survives a crash; without that the figures are worth nothing. */
    public boolean isDurable() throws SQLException {
        return value("SHOW fsync").equals("on")
                && !value("SHOW synchronous_commit").equals("off")
                && value("SHOW full_page_writes").equals("on");
    }

    /** Makes an empty database, in place of one of that name that an interrupted run left, and returns its JDBC URL. */
    public String createDatabase(String name) throws SQLException {
        dropDatabase(name);
        execute("CREATE DATABASE " + name);
        return jdbcUrl(name);
    }

    public void dropDatabase(String name) throws SQLException {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private String jdbcUrl(String database) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + database + query;
    }

    public Connection connect(String jdbcUrl) throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user(), password());
    }

    /** Opens a bank's database for the parts of the program that run in this process; makes its tables if need be. */
    public Database open(String jdbcUrl) {
        return Database.open(Settings.read(Map.of(DATABASE_URL, urlForProgram(jdbcUrl))));
    }

    /** How the program is told of a database. */
    public String urlForProgram(String jdbcUrl) {
        String place = jdbcUrl.substring("jdbc:postgresql://".length());
        return "postgresql://" + encoded(user()) + ":" + encoded(password()) + "@" + place;
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String value(String query) throws SQLException {
        try (Connection connection = connect(address.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect(address.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        stop.run();
    }

    /** The keys to the personal data of a database that {@link #open} opened. */
    public static KeyStore keys(Database database) {
        return PersonalKeys.open(database, Settings.read(Map.of("NEXUM_MASTER_KEY", MASTER_KEY)));
    }

    private static String randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
