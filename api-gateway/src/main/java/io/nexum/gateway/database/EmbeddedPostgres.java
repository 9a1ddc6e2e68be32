package io.nexum.gateway.database;

import com.sun.management.OperatingSystemMXBean;
import io.nexum.gateway.settings.DatabaseAddress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that the program brings along, with its data in {@code postgres} of the data folder.
 *
 * <p>It outlives every sudden end: a server that an earlier, killed program left behind is stopped at the start, and a
 * server that dies while the program runs is started again on the same port. Both recover by PostgreSQL's own log.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10); // recovery after a crash reads the whole log
    private static final int SPARE_CONNECTIONS = 40; // the owner's, the auditor's, an operator's psql

    private final Path dataDir;
    private final PostgresCluster cluster;
    private final Path log;
    private final int maxConnections;
    private final DataFolderLock lock;
    private final PostgresPrograms programs;
    private int port;
    private volatile boolean closing;
    private @Nullable Process server;

    private EmbeddedPostgres(Path dataDir, int port, int connections, DataFolderLock lock)
            throws IOException, InterruptedException {
        this.dataDir = dataDir;
        this.log = dataDir.resolve("postgres.log");
        this.maxConnections = connections + SPARE_CONNECTIONS;
        this.lock = lock;
        this.programs = new PostgresPrograms(PostgresBinaries.unpacked(dataDir.resolve("postgres-bin")), log);
        this.cluster = new PostgresCluster(dataDir, programs);
        this.port = port;
    }

    /**
     * Starts the data folder's server and returns when it answers.
     *
     * @param port 0 picks the one it had last, or a free one
     * @param connections how many the program will open
     * @throws DatabaseUnusable if another program runs on the folder, or the server doesn't start
     */
    public static EmbeddedPostgres start(Path dataDir, int port, int connections) {
        try {
            DataFolderLock lock = DataFolderLock.take(dataDir)
                    .orElseThrow(() -> new DatabaseUnusable("another Nexum runs on the data folder " + dataDir
                            + "; stop it, or set NEXUM_DATA_DIR to another folder"));
            EmbeddedPostgres postgres = new EmbeddedPostgres(dataDir, port, connections, lock);
            postgres.open();
            return postgres;
        } catch (IOException e) {
            throw new DatabaseUnusable(
                    "the embedded PostgreSQL in " + dataDir + " doesn't start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnusable("interrupted while the embedded PostgreSQL started", e);
        }
    }

    /** How to enter it as its owner. */
    public DatabaseAddress address() {
        return new RunningPostgres(port, 0).address(dataDir);
    }

    private void open() throws IOException, InterruptedException {
        programs.rotateLog();
        cluster.stopOrphan();
        cluster.createIfAbsent();
        int noted = RunningPostgres.noted(dataDir).map(RunningPostgres::port).orElse(0);
        port = port > 0 ? port : freePort(noted);
        launch();
        createDatabase();
    }

    private void launch() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long said = programs.logSize();
            Process started = programs.startServer(arguments());
            if (answers(started, deadline)) {
                server = started;
                new RunningPostgres(port, started.pid()).note(dataDir);
                Thread.ofPlatform().daemon().name("postgres-watch").start(() -> watch(started));
                return;
            }
            // Children of a killed server hold its shared memory for a moment; a new one can't start until they go.
            String last = programs.saidSince(said);
            boolean sharedMemoryBusy = last.contains("shared memory block");
            if (closing || !sharedMemoryBusy || System.nanoTime() > deadline) {
                throw new DatabaseUnusable("the embedded PostgreSQL doesn't start; " + log + " says:\n" + last);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private List<String> arguments() {
        List<String> arguments =
                new ArrayList<>(List.of("-D", cluster.folder().toString(), "-p", Integer.toString(port)));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=" + maxConnections,
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "shared_buffers=" + bufferMegabytes() + "MB",
                "max_wal_size=4GB",
                "wal_buffers=16MB",
                "jit=off",
                "timezone=UTC",
                "log_timezone=UTC")) {
            arguments.add("-c");
            arguments.add(setting);
        }
        return arguments;
    }

    /** An eighth of the machine's memory: the log's newest pages and the indexes stay in it while they are written. */
    private static long bufferMegabytes() {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return Math.clamp(memory / 8 / 1_048_576, 128, 2_048);
    }

    private boolean answers(Process started, long deadline) throws InterruptedException {
        long nextWord = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() < deadline) {
            if (started.waitFor(50, TimeUnit.MILLISECONDS)) {
                return false;
            }
            try (Connection connection = connect("postgres")) {
                return connection.isValid(5);
            } catch (SQLException e) {
                if (System.nanoTime() > nextWord) {
                    LOG.info("Waiting for PostgreSQL to recover: {}", e.getMessage());
                    nextWord = System.nanoTime() + Duration.ofSeconds(5).toNanos();
                }
            }
        }
        return false;
    }

    private void createDatabase() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT 1 FROM pg_database WHERE datname = '" + RunningPostgres.DATABASE + "'")) {
            if (!found.next()) {
                try (Statement create = connection.createStatement()) {
                    create.execute("CREATE DATABASE " + RunningPostgres.DATABASE);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseUnusable("the embedded PostgreSQL has no database: " + e.getMessage(), e);
        }
    }

    private Connection connect(String database) throws SQLException {
        DatabaseAddress address = address();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?connectTimeout=5&loginTimeout=5",
                address.user().orElseThrow(),
                address.password().orElseThrow());
    }

    private void watch(Process started) {
        try {
            started.waitFor();
            revive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The server is gone. If nobody stopped it, it has to come back. */
    private void revive() {
        while (!closing) {
            LOG.warn("The embedded PostgreSQL died; starting it again. What it said is in {}", log);
            try {
                synchronized (this) {
                    if (closing) {
                        return;
                    }
                    cluster.stopOrphan();
                    launch();
                }
                LOG.warn("The embedded PostgreSQL runs again");
                return;
            } catch (IOException | DatabaseUnusable e) {
                LOG.error("The embedded PostgreSQL doesn't start; trying again", e);
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort(int preferred) throws IOException {
        if (preferred > 0) {
            try (ServerSocket socket = new ServerSocket(preferred, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                LOG.debug("Port {} is taken by now", preferred, e);
            }
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Stops the server in order. */
    @Override
    public void close() {
        closing = true;
        try {
            synchronized (this) {
                if (server != null && server.isAlive()) {
                    cluster.stop();
                }
                RunningPostgres.forget(dataDir);
                lock.close();
            }
        } catch (IOException e) {
            LOG.warn("PostgreSQL didn't stop in order; see {}", log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
