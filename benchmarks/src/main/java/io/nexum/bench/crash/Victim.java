package io.nexum.bench.crash;

import io.nexum.bench.bank.NexumServer;
import io.nexum.gateway.database.RunningPostgres;
import io.nexum.gateway.demo.BankClient;
import io.nexum.gateway.settings.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * The real program with its embedded PostgreSQL on data of its own, to be killed and started again, and a second process
 * of it that serves from the same database and lives on: what one of them answered counts at the other too.
 */
final class Victim implements AutoCloseable {
    private static final Duration RECOVERY_PATIENCE = Duration.ofSeconds(60);

    private final Path dataDir;
    private final Path log;
    private final Map<String, String> settings;
    private final String password = UUID.randomUUID().toString();
    private NexumServer server;
    private BankClient client;
    private final NexumServer peer;
    private final BankClient peerClient;

    /** What a round kills. */
    enum Target {
        PROGRAM,
        POSTGRES,
        BOTH
    }

    private Victim(Path folder) throws IOException, InterruptedException {
        dataDir = Files.createDirectories(folder.resolve("data"));
        log = folder.resolve("program.log");
        settings = Map.of("NEXUM_DATA_DIR", dataDir.toString(), "NEXUM_ADMIN_PASSWORD", password);
        server = NexumServer.start(settings, log);
        client = login(server);
        peer = NexumServer.start(peerSettings(folder), folder.resolve("peer.log"));
        peerClient = login(peer);
    }

    private Map<String, String> peerSettings(Path folder) throws IOException {
        DatabaseAddress database = RunningPostgres.noted(dataDir)
                .orElseThrow(() -> new IOException("no PostgreSQL runs on " + dataDir))
                .address(dataDir);
        return Map.of(
                "NEXUM_DATABASE_URL",
                database.jdbcUrl() + "?user=" + database.user().orElseThrow() + "&password="
                        + database.password().orElseThrow(),
                "NEXUM_DATA_DIR",
                folder.resolve("peer").toString(),
                "NEXUM_MASTER_KEY_FILE",
                dataDir.resolve("secrets").resolve("master-key").toString(),
                "NEXUM_ADMIN_PASSWORD",
                password);
    }

    private BankClient login(NexumServer node) throws IOException, InterruptedException {
        BankClient entered = new BankClient(node.base());
        entered.login("admin", password);
        return entered;
    }

    static Victim start(Path folder) throws IOException, InterruptedException {
        return new Victim(folder);
    }

    /** Speaks to the process that is killed. */
    BankClient client() {
        return client;
    }

    /** One for each process. */
    List<BankClient> clients() {
        return List.of(client, peerClient);
    }

    /** {@code kill -9}; says what was killed. */
    String kill(Target target, Random random) throws IOException, InterruptedException {
        return switch (target) {
            case PROGRAM -> killProgram();
            case POSTGRES -> random.nextBoolean() ? killPostmaster() : killBackend(random);
            case BOTH -> killProgram() + " and " + killPostmaster();
        };
    }

    private String killProgram() throws InterruptedException {
        long pid = server.pid();
        server.kill();
        return "the program (pid " + pid + ")";
    }

    private String killPostmaster() throws IOException {
        ProcessHandle postmaster = postmaster();
        postmaster.destroyForcibly();
        return "PostgreSQL (pid " + postmaster.pid() + ")";
    }

    /** One of PostgreSQL's own processes, serving a connection or not: it then ends all of them and recovers. */
    private String killBackend(Random random) throws IOException {
        List<ProcessHandle> backends = postmaster().children().toList();
        if (backends.isEmpty()) {
            throw new IOException("PostgreSQL has no process that could be killed");
        }
        ProcessHandle backend = backends.get(random.nextInt(backends.size()));
        backend.destroyForcibly();
        return "a process of PostgreSQL (pid " + backend.pid() + ")";
    }

    private ProcessHandle postmaster() throws IOException {
        return RunningPostgres.noted(dataDir)
                .flatMap(running -> ProcessHandle.of(running.pid()))
                .orElseThrow(() -> new IOException("no PostgreSQL runs on " + dataDir));
    }

    /**
     * Returns when both processes serve again.
     *
     * @return whether the one that was hit came back by itself
     */
    boolean recover() throws IOException, InterruptedException {
        boolean byItself = server.isAlive() && isHealthyAgain();
        if (!byItself) {
            server.kill();
            server = NexumServer.start(settings, log);
        }
        client.close();
        client = login(server);
        peer.awaitHealthy(RECOVERY_PATIENCE);
        return byItself;
    }

    private boolean isHealthyAgain() throws InterruptedException {
        try {
            server.awaitHealthy(RECOVERY_PATIENCE);
            return true;
        } catch (IOException unhealthy) {
            return false;
        }
    }

    /** Runs one of the program's offline commands on the data; says whether it is content. */
    boolean audits(String... arguments) throws IOException, InterruptedException {
        return NexumServer.run(List.of(arguments), settings, log) == 0;
    }

    @Override
    public void close() {
        peerClient.close();
        peer.close();
        client.close();
        server.close();
    }
}
