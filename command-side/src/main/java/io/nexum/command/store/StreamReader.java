package io.nexum.command.store;

import io.nexum.command.Claim;
import io.nexum.command.EntityType;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.PersonalEvents;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.store.Stores;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads back what was appended: the state of an entity, a stretch of the log, earlier answers. */
public final class StreamReader {
    private static final int PAGE = 1_000;

    private final Stores stores;
    private final PersonalEvents codec;
    private final SealedStates states;

    public StreamReader(Stores stores, PersonalEvents codec, SealedStates states) {
        this.stores = stores;
        this.codec = codec;
        this.states = states;
    }

    /** An entity's newest state and the sequence of its last event; empty if nothing has happened to it. */
    public <S> Optional<VersionedState<S>> load(TenantId tenant, EntityType<S> type, StreamId stream) {
        VersionedState<S> state = read(tenant, connection -> snapshot(connection, tenant, type, stream))
                .flatMap(snapshot -> states.<S>read(tenant, stream, snapshot.state(), type.snapshotType())
                        .map(read -> new VersionedState<>(read, snapshot.sequence())))
                .orElseGet(() -> new VersionedState<>(type.initial(), -1));
        boolean more = true;
        while (more) {
            List<SequencedEvent> page = events(tenant, stream, state.sequence() + 1);
            for (SequencedEvent next : page) {
                state = new VersionedState<>(type.evolve().apply(state.state(), next.event()), next.sequence());
            }
            more = page.size() == PAGE;
        }
        return state.sequence() < 0 ? Optional.empty() : Optional.of(state);
    }

    /** The events of one stream from a sequence on, at most one page of them. */
    public List<SequencedEvent> events(TenantId tenant, StreamId stream, long fromSequence) {
        return decoded(tenant, read(tenant, connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    SELECT sequence, stream, type, payload FROM event
                    WHERE tenant = ? AND stream = ? AND sequence >= ? ORDER BY sequence LIMIT ?
                    """)) {
                statement.setString(1, tenant.value());
                statement.setString(2, stream.value());
                statement.setLong(3, fromSequence);
                statement.setInt(4, PAGE);
                return rows(statement);
            }
        }));
    }

    /** Up to {@code count} events of the tenant's log from a position on. */
    public List<DomainEvent> eventsFrom(TenantId tenant, long position, int count) {
        List<Row> rows = read(tenant, connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    SELECT sequence, stream, type, payload FROM event
                    WHERE tenant = ? AND position >= ? ORDER BY position LIMIT ?
                    """)) {
                statement.setString(1, tenant.value());
                statement.setLong(2, position);
                statement.setInt(3, count);
                return rows(statement);
            }
        });
        return decoded(tenant, rows).stream().map(SequencedEvent::event).toList();
    }

    public Map<String, StoredAnswer> answers(TenantId tenant, Collection<String> keys) {
        return read(tenant, connection -> LogFacts.answers(connection, tenant, keys));
    }

    /** The first of the claims that somebody has. */
    public Optional<Claim> findTaken(TenantId tenant, List<Claim> claims) {
        if (claims.isEmpty()) {
            return Optional.empty();
        }
        Set<String> taken = read(tenant, connection -> LogFacts.takenClaims(connection, tenant, claims));
        return claims.stream()
                .filter(claim -> taken.contains(LogFacts.key(claim)))
                .findFirst();
    }

    private static Optional<Snapshot> snapshot(
            Connection connection, TenantId tenant, EntityType<?> type, StreamId stream) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT sequence, state FROM snapshot WHERE tenant = ? AND stream = ? AND state_version = ?
                """)) {
            statement.setString(1, tenant.value());
            statement.setString(2, stream.value());
            statement.setString(3, type.version());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Snapshot(row.getLong(1), row.getString(2))) : Optional.empty();
            }
        }
    }

    private static List<Row> rows(PreparedStatement statement) throws SQLException {
        List<Row> read = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                read.add(new Row(
                        rows.getLong(1),
                        new StreamId(rows.getString(2)),
                        rows.getString(3),
                        rows.getString(4).getBytes(StandardCharsets.UTF_8)));
            }
        }
        return read;
    }

    /** Without a connection in hand: the keys to personal data are fetched with one of their own. */
    private List<SequencedEvent> decoded(TenantId tenant, List<Row> rows) {
        return rows.stream()
                .map(row -> new SequencedEvent(
                        row.sequence(), codec.decode(tenant, row.stream(), row.type(), row.payload())))
                .toList();
    }

    private <T> T read(TenantId tenant, Reading<T> reading) {
        try (Connection connection = stores.of(tenant).getConnection()) {
            return reading.from(connection);
        } catch (SQLException e) {
            throw new RefusedException(new Refusals.StoreUnavailable(
                    "the event store can't be reached; nothing was written, send the command again"));
        }
    }

    /** An event with its place in its stream. */
    public record SequencedEvent(long sequence, DomainEvent event) {}

    /** A state and the sequence of the last event that it holds. */
    public record VersionedState<S>(S state, long sequence) {}

    @SuppressWarnings("ArrayRecordComponent") // decoded, never compared
    private record Row(long sequence, StreamId stream, String type, byte[] payload) {}

    private record Snapshot(long sequence, String state) {}

    @FunctionalInterface
    private interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }
}
