package io.nexum.command.store;

import io.nexum.command.Claim;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.HashChain;
import io.nexum.kernel.log.StreamId;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** The one statement that appends a batch. */
final class LogWriter {
    /**
     * Moves the head only if the log still ends where the batch starts, and writes the batch only if the head moved: all
     * in one statement, so one round trip appends and commits. A key that is taken fails the whole statement. The arrays
     * are unnested in the select lists, where rows stream; in FROM, PostgreSQL would first write them all to a temporary
     * file once they exceed its work_mem.
     */
    private static final String APPEND = """
            WITH moved AS (
                UPDATE chain_head SET position = ?, hash = ?
                WHERE tenant = ? AND position = ? AND hash = ?
                RETURNING tenant
            ), appended AS (
                INSERT INTO event (tenant, position, stream, sequence, type, recorded_at, payload, metadata, hash)
                SELECT moved.tenant, generate_series(?::bigint, ?::bigint), unnest(?::text[]), unnest(?::bigint[]),
                       unnest(?::text[]), TIMESTAMPTZ 'epoch' + unnest(?::bigint[]) * INTERVAL '1 microsecond',
                       unnest(?::text[]), unnest(?::text[]), unnest(?::bytea[])
                FROM moved
            ), claimed AS (
                INSERT INTO claim (tenant, kind, value, position)
                SELECT moved.tenant, unnest(?::text[]), unnest(?::text[]), ?
                FROM moved
            ), released AS (
                DELETE FROM claim USING moved, unnest(?::text[], ?::text[]) AS gone (kind, value)
                WHERE claim.tenant = moved.tenant AND claim.kind = gone.kind AND claim.value = gone.value
            ), answered AS (
                INSERT INTO idempotency_record (tenant, key, fingerprint, answer_type, answer, recorded_at)
                SELECT moved.tenant, unnest(?::text[]), unnest(?::text[]), unnest(?::text[]), unnest(?::text[]), now()
                FROM moved
            )
            SELECT count(*) FROM moved
            """;

    /**
     * As {@link #APPEND}, and destroys data keys. A subject that never had one gets the row of a destroyed one, so that
     * none is made later; snapshots may hold what the key was for.
     */
    private static final String APPEND_AND_ERASE = APPEND.replace("SELECT count(*) FROM moved", """
            , destroyed AS (
                INSERT INTO data_key (tenant, subject, key_version, destroyed_at)
                SELECT moved.tenant, unnest(?::text[]), 1, now()
                FROM moved
                ON CONFLICT (tenant, subject) DO UPDATE SET wrapped = NULL, destroyed_at = excluded.destroyed_at
            ), dropped AS (
                DELETE FROM snapshot USING moved
                WHERE snapshot.tenant = moved.tenant AND snapshot.stream = ANY (?::text[])
            )
            SELECT count(*) FROM moved
            """);

    private LogWriter() {}

    /**
     * Appends the batch if the log ends where the batch starts.
     *
     * @return whether it did; if not, nothing was written
     * @throws SQLException also if a claim, a key or a stream's sequence is taken; nothing was written then
     */
    static boolean append(Connection connection, AppendBatch batch) throws SQLException {
        List<String> erased = batch.units().stream()
                .flatMap(unit -> unit.erased().stream())
                .map(StreamId::value)
                .toList();
        try (PreparedStatement statement = connection.prepareStatement(erased.isEmpty() ? APPEND : APPEND_AND_ERASE)) {
            int i = 0;
            statement.setLong(++i, batch.end().position());
            statement.setBytes(++i, batch.end().hash());
            statement.setString(++i, batch.tenant().value());
            statement.setLong(++i, batch.start().position());
            statement.setBytes(++i, batch.start().hash());
            statement.setLong(++i, batch.start().position() + 1);
            statement.setLong(++i, batch.end().position());
            i = bindEvents(connection, statement, i, batch);
            List<Claim> claims = batch.units().stream()
                    .flatMap(unit -> unit.claims().stream())
                    .toList();
            statement.setArray(++i, text(connection, claims.stream().map(Claim::kind)));
            statement.setArray(++i, text(connection, claims.stream().map(Claim::value)));
            statement.setLong(++i, batch.end().position());
            List<Released> released = batch.units().stream()
                    .flatMap(unit -> unit.released().stream())
                    .toList();
            statement.setArray(++i, text(connection, released.stream().map(Released::kind)));
            statement.setArray(++i, text(connection, released.stream().map(Released::value)));
            List<StoredAnswer> answers = batch.units().stream()
                    .flatMap(unit -> unit.answers().stream())
                    .toList();
            statement.setArray(++i, text(connection, answers.stream().map(StoredAnswer::key)));
            statement.setArray(++i, text(connection, answers.stream().map(StoredAnswer::fingerprint)));
            statement.setArray(++i, text(connection, answers.stream().map(StoredAnswer::type)));
            statement.setArray(++i, text(connection, answers.stream().map(StoredAnswer::json)));
            if (!erased.isEmpty()) {
                statement.setArray(++i, text(connection, erased.stream()));
                statement.setArray(++i, text(connection, erased.stream()));
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1) == 1;
            }
        }
    }

    private static int bindEvents(Connection connection, PreparedStatement statement, int from, AppendBatch batch)
            throws SQLException {
        int count = batch.events().size();
        String[] streams = new String[count];
        Long[] sequences = new Long[count];
        String[] types = new String[count];
        Long[] micros = new Long[count];
        String[] payloads = new String[count];
        String[] metadata = new String[count];
        byte[][] hashes = new byte[count][];
        for (int n = 0; n < count; n++) {
            NewEvent event = batch.events().get(n);
            streams[n] = event.stream().value();
            sequences[n] = event.sequence();
            types[n] = event.type();
            micros[n] = HashChain.microseconds(event.recordedAt());
            payloads[n] = new String(event.payload(), StandardCharsets.UTF_8);
            metadata[n] = new String(event.metadata(), StandardCharsets.UTF_8);
            hashes[n] = batch.hashes().get(n);
        }
        int i = from;
        statement.setArray(++i, connection.createArrayOf("text", streams));
        statement.setArray(++i, connection.createArrayOf("int8", sequences));
        statement.setArray(++i, connection.createArrayOf("text", types));
        statement.setArray(++i, connection.createArrayOf("int8", micros));
        statement.setArray(++i, connection.createArrayOf("text", payloads));
        statement.setArray(++i, connection.createArrayOf("text", metadata));
        statement.setArray(++i, connection.createArrayOf("bytea", hashes));
        return i;
    }

    private static Array text(Connection connection, Stream<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray(String[]::new));
    }

    /** Makes sure that the tenant has a head row to move. */
    static void ensureHead(Connection connection, TenantId tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO chain_head (tenant, position, hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """)) {
            statement.setString(1, tenant.value());
            statement.setLong(2, ChainHead.EMPTY.position());
            statement.setBytes(3, ChainHead.EMPTY.hash());
            statement.executeUpdate();
        }
    }
}
