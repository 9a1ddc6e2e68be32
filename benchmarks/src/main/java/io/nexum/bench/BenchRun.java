package io.nexum.bench;

import io.nexum.bench.bank.Bank;
import io.nexum.bench.bank.BulkDeposits;
import io.nexum.bench.bank.NexumServer;
import io.nexum.bench.bank.PostgresServer;
import io.nexum.bench.bank.TraceSink;
import io.nexum.bench.figure.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the parts of one run share: the database server, the program once a part needs it, and the figures. */
public final class BenchRun implements AutoCloseable {
    private static final String BANK_DATABASE = "nexum_bench_bank";
    private static final String UNREACHED_LIMIT = "100000000";
    private static final int DEPOSITS_OF_A_LOG = 1_000_000;
    private static final int DEPOSITS_OF_A_QUICK_LOG = 20_000;

    private final PostgresServer postgres;
    private final Path folder;
    private final boolean quick;
    private final PrintStream out;
    private final Figures figures = new Figures();
    private final Instant startedAt = Instant.now();
    private @Nullable String bankDatabase;
    private @Nullable Bank bank;
    private @Nullable TraceSink traces;

    /** @param folder for the program's secrets and log */
    BenchRun(PostgresServer postgres, Path folder, boolean quick, PrintStream out) {
        this.postgres = postgres;
        this.folder = folder;
        this.quick = quick;
        this.out = out;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public Figures figures() {
        return figures;
    }

    /** Whether the figures need only show that everything works. */
    public boolean quick() {
        return quick;
    }

    public Duration warmUp() {
        return Duration.ofSeconds(quick ? 1 : 8);
    }

    public Duration measured() {
        return Duration.ofSeconds(quick ? 2 : 15);
    }

    /** Tells whoever waits what is going on. */
    public void say(String progress) {
        Duration since = Duration.between(startedAt, Instant.now());
        out.printf("[%3d:%02d] %s%n", since.toMinutes(), since.toSecondsPart(), progress);
    }

    /** The JDBC URL of the program's database. */
    public String bankDatabase() throws SQLException {
        if (bankDatabase == null) {
            bankDatabase = postgres.createDatabase(BANK_DATABASE);
        }
        return bankDatabase;
    }

    /**
     * The running program; started if it isn't. All that a large bank would have on is on: a line of the log for each
     * request, traces, and limits, which nobody gets near to.
     */
    public Bank bank() throws IOException, InterruptedException, SQLException {
        if (bank == null) {
            say("starting the program and opening accounts");
            String password = UUID.randomUUID().toString();
            traces = TraceSink.start();
            Map<String, String> settings = Map.of(
                    "NEXUM_DATABASE_URL",
                    postgres.urlForProgram(bankDatabase()),
                    "NEXUM_DATA_DIR",
                    folder.resolve("program").toString(),
                    "NEXUM_ACCESS_TOKEN_MINUTES",
                    "1440",
                    "NEXUM_MASTER_KEY",
                    PostgresServer.MASTER_KEY,
                    "NEXUM_ADMIN_PASSWORD",
                    password,
                    "NEXUM_LOG_FORMAT",
                    "json",
                    "NEXUM_OTLP_ENDPOINT",
                    traces.endpoint(),
                    "NEXUM_RATE_LIMIT_PER_MINUTE",
                    UNREACHED_LIMIT,
                    "NEXUM_TENANT_RATE_LIMIT_PER_MINUTE",
                    UNREACHED_LIMIT);
            bank = Bank.open(NexumServer.start(settings, folder.resolve("program.log")), password);
        }
        return bank;
    }

    /** Sees to it that the program's database holds a log, and ends the program, so that the machine is free. */
    public void ensureLog() throws IOException, InterruptedException, SQLException {
        if (bankDatabase == null) {
            int deposits = quick ? DEPOSITS_OF_A_QUICK_LOG : DEPOSITS_OF_A_LOG;
            say("making a log of " + deposits + " deposits");
            BulkDeposits.make(bank(), bank().accounts(), deposits, made -> say(made + " deposits"));
        }
        stopBank();
    }

    private void stopBank() {
        if (bank != null) {
            bank.close();
            bank = null;
        }
        if (traces != null) {
            traces.close();
            traces = null;
        }
    }

    Instant startedAt() {
        return startedAt;
    }

    @Override
    public void close() throws SQLException {
        stopBank();
        if (bankDatabase != null) {
            postgres.dropDatabase(BANK_DATABASE);
        }
    }
}
