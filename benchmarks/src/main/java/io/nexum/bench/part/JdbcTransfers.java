package io.nexum.bench.part;

import io.nexum.bench.BenchRun;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a careful program without an event store would do: a transfer a transaction, two rows locked in the order of
 * their ids, two updates, two inserts, by plain JDBC.
 */
public final class JdbcTransfers implements Part {
    private static final int CONNECTIONS = 32;
    private static final int ACCOUNTS = 100_000;
    private static final String DATABASE = "nexum_bench_jdbc";

    @Override
    public String name() {
        return "jdbc";
    }

    @Override
    public void measure(BenchRun run) throws Exception {
        run.say("plain JDBC: " + ACCOUNTS + " accounts");
        String url = run.postgres().createDatabase(DATABASE);
        createTables(run, url);
        run.say("plain JDBC: a transfer a transaction on " + CONNECTIONS + " connections");
        double transfersPerSecond = transfersPerSecond(run, url);
        checkThatNothingIsLost(run, url);
        run.figures()
                .add(
                        "jdbc_transfers",
                        "plain JDBC, a transfer a transaction, 32 connections",
                        transfersPerSecond,
                        "transfers/s");
        run.postgres().dropDatabase(DATABASE);
    }

    private static void createTables(BenchRun run, String url) throws SQLException {
        try (Connection connection = run.postgres().connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE account (id bigint PRIMARY KEY, balance numeric(20, 2) NOT NULL)");
            statement.execute("""
                    CREATE TABLE entry (
                        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                        transfer uuid NOT NULL,
                        account bigint NOT NULL,
                        amount numeric(20, 2) NOT NULL,
                        balance numeric(20, 2) NOT NULL,
                        booked_at timestamptz NOT NULL DEFAULT now())
                    """);
            statement.execute("INSERT INTO account SELECT id, 1000000 FROM generate_series(1, " + ACCOUNTS + ") id");
            statement.execute("VACUUM ANALYZE account");
        }
    }

    private static double transfersPerSecond(BenchRun run, String url) throws InterruptedException, ExecutionException {
        long measureFrom = System.nanoTime() + run.warmUp().toNanos();
        long measureTo = measureFrom + run.measured().toNanos();
        AtomicLong transfers = new AtomicLong();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                clients.add(threads.submit(() -> {
                    try (Client client = new Client(run.postgres().connect(url))) {
                        for (long now = 0; now < measureTo; ) {
                            client.transfer();
                            now = System.nanoTime();
                            if (now >= measureFrom && now < measureTo) {
                                transfers.incrementAndGet();
                            }
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        }
        return perSecond(transfers.get(), run.measured());
    }

    private static double perSecond(long count, Duration time) {
        return count / (time.toNanos() / 1e9);
    }

    private static void checkThatNothingIsLost(BenchRun run, String url) throws SQLException {
        try (Connection connection = run.postgres().connect(url);
                Statement statement = connection.createStatement();
                ResultSet sums = statement.executeQuery(
                        "SELECT (SELECT sum(balance - 1000000) FROM account), (SELECT coalesce(sum(amount), 0) FROM entry)")) {
            sums.next();
            if (sums.getBigDecimal(1).signum() != 0 || sums.getBigDecimal(2).signum() != 0) {
                throw new IllegalStateException("the baseline lost or created money");
            }
        }
    }

    /** One connection with its statements. */
    private static final class Client implements AutoCloseable {
        private final Connection connection;
        private final PreparedStatement lock;
        private final PreparedStatement update;
        private final PreparedStatement insert;

        Client(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            lock = connection.prepareStatement("SELECT balance FROM account WHERE id = ? FOR UPDATE");
            update = connection.prepareStatement(
                    "UPDATE account SET balance = balance + ? WHERE id = ? RETURNING balance");
            insert = connection.prepareStatement(
                    "INSERT INTO entry (transfer, account, amount, balance) VALUES (?, ?, ?, ?)");
        }

        void transfer() throws SQLException {
            long from = ThreadLocalRandom.current().nextLong(ACCOUNTS) + 1;
            long to = (from + ThreadLocalRandom.current().nextLong(ACCOUNTS - 1)) % ACCOUNTS + 1;
            UUID transfer = UUID.randomUUID();
            lock(Math.min(from, to));
            lock(Math.max(from, to));
            book(transfer, from, -1);
            book(transfer, to, 1);
            connection.commit();
        }

        private void lock(long account) throws SQLException {
            lock.setLong(1, account);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
            }
        }

        private void book(UUID transfer, long account, long amount) throws SQLException {
            update.setLong(1, amount);
            update.setLong(2, account);
            try (ResultSet row = update.executeQuery()) {
                row.next();
                insert.setObject(1, transfer);
                insert.setLong(2, account);
                insert.setLong(3, amount);
                insert.setBigDecimal(4, row.getBigDecimal(1));
            }
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
