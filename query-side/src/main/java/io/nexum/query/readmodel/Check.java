package io.nexum.query.readmodel;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.store.Store;
import io.nexum.query.CheckReport;
import io.nexum.query.CheckReport.Difference;
import io.nexum.query.log.EventReader;
import io.nexum.query.log.ProjectionPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Proves that the read models are what the log tells: builds them from the log beside the live ones, up to the position
 * that the live ones show, and compares all rows of each table both ways. It sees one state of the database throughout
 * and leaves nothing behind.
 */
public final class Check {
    private static final int MOST_SAMPLES = 20;

    private final Store store;
    private final ReadModelSchema schema;
    private final Connection owner;
    private final TenantId tenant;
    private final Consumer<String> progress;
    private final List<Difference> samples = new ArrayList<>();
    private long differences;

    private Check(Store store, Connection owner, TenantId tenant, Consumer<String> progress) {
        this.store = store;
        this.schema = ReadModelSchema.of(store);
        this.owner = owner;
        this.tenant = tenant;
        this.progress = progress;
    }

    public static CheckReport run(Store store, EventReader events, TenantId tenant, Consumer<String> progress) {
        long start = System.nanoTime();
        try (Connection connection = store.owner().getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return new Check(store, connection, tenant, progress).compare(events, start);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the read models could not be checked: " + e.getMessage(), e);
        }
    }

    private CheckReport compare(EventReader events, long start) throws SQLException {
        execute("SET LOCAL search_path = " + schema.live());
        long position = ProjectionPosition.read(owner, tenant);
        schema.createTables(owner, schema.check());
        progress.accept("building from the log up to position " + position);
        Loading.load(
                store,
                events,
                owner,
                tenant,
                0,
                position,
                written -> progress.accept("built up to position " + written));
        schema.createIndexes(owner);
        Map<String, List<String>> keys = keys();
        long rows = 0;
        for (Map.Entry<String, List<String>> table : keys.entrySet()) {
            progress.accept("comparing " + table.getKey());
            rows += count(table.getKey());
            compare(table.getKey(), table.getValue());
        }
        progress.accept("adding up the journal of each account");
        proveBalances();
        return new CheckReport(
                position,
                keys.size(),
                rows,
                differences,
                List.copyOf(samples),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Every table that holds a tenant's rows, with the columns of its key. */
    private Map<String, List<String>> keys() throws SQLException {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        try (PreparedStatement statement = owner.prepareStatement("""
                SELECT u.table_name, u.column_name
                FROM information_schema.key_column_usage u
                WHERE u.table_schema = ? AND u.table_name <> 'projection_position'
                ORDER BY u.table_name, u.ordinal_position
                """)) {
            statement.setString(1, schema.check());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
        }
        return keys;
    }

    private void compare(String table, List<String> key) throws SQLException {
        Map<String, String> live = new LinkedHashMap<>();
        Map<String, String> rebuilt = new LinkedHashMap<>();
        long onlyLive = onlyIn(table, key, schema.live(), schema.check(), live);
        long onlyRebuilt = onlyIn(table, key, schema.check(), schema.live(), rebuilt);
        // A row that is there on both sides but differs is one difference.
        long both = live.keySet().stream().filter(rebuilt::containsKey).count();
        differences += Math.max(Math.max(onlyLive, onlyRebuilt), onlyLive + onlyRebuilt - both);
        live.forEach((row, json) ->
                samples.add(new Difference(table, row, Optional.of(json), Optional.ofNullable(rebuilt.get(row)))));
        rebuilt.forEach((row, json) -> {
            if (!live.containsKey(row)) {
                samples.add(new Difference(table, row, Optional.empty(), Optional.of(json)));
            }
        });
    }

    /** The rows of one side that the other doesn't have, each as its key and itself, and how many there are. */
    private long onlyIn(String table, List<String> key, String side, String other, Map<String, String> found)
            throws SQLException {
        List<String> pairs =
                key.stream().map(column -> "'" + column + "', d." + column).toList();
        String sql = """
            SELECT jsonb_build_object(%3$s)::text AS key, to_jsonb(d)::text AS row, count(*) OVER () AS total
            FROM (
                SELECT * FROM %4$s.%1$s WHERE tenant = ?
                EXCEPT ALL
                SELECT * FROM %5$s.%1$s WHERE tenant = ?
            ) d
            ORDER BY %2$s
            LIMIT %6$d
            """.formatted(table, String.join(", ", key), String.join(", ", pairs), side, other, MOST_SAMPLES);
        long total = 0;
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.setString(1, tenant.value());
            statement.setString(2, tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    total = rows.getLong("total");
                    found.put(rows.getString("key"), rows.getString("row"));
                }
            }
        }
        return total;
    }

    /** Accounts whose journal lines don't add up to their balance. */
    private void proveBalances() throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement("""
            SELECT jsonb_build_object('id', a.id)::text AS key,
                jsonb_build_object('balance', a.balance)::text AS live,
                jsonb_build_object('balance', coalesce(p.balance, 0))::text AS rebuilt,
                count(*) OVER () AS total
            FROM %1$s.account a
            LEFT JOIN (
                SELECT account_id, -sum(amount) AS balance
                FROM %1$s.posting
                WHERE tenant = ? AND account_id IS NOT NULL
                GROUP BY account_id
            ) p ON p.account_id = a.id
            WHERE a.tenant = ? AND a.balance <> coalesce(p.balance, 0)
            ORDER BY a.id
            LIMIT %2$d
            """.formatted(schema.live(), MOST_SAMPLES))) {
            statement.setString(1, tenant.value());
            statement.setString(2, tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                long total = 0;
                while (rows.next()) {
                    total = rows.getLong("total");
                    samples.add(new Difference(
                            "account balance and its journal lines",
                            rows.getString("key"),
                            Optional.of(rows.getString("live")),
                            Optional.of(rows.getString("rebuilt"))));
                }
                differences += total;
            }
        }
    }

    private long count(String table) throws SQLException {
        try (PreparedStatement statement =
                owner.prepareStatement("SELECT count(*) FROM " + schema.check() + "." + table + " WHERE tenant = ?")) {
            statement.setString(1, tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
