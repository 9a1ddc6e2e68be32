package io.nexum.command.store;

import io.nexum.command.Claim;
import io.nexum.command.EntityType;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.log.EventCodec;
import io.nexum.kernel.log.StreamId;
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
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Reads back what was appended: the state of an entity, a stretch of the log, earlier answers. */
public final class StreamReader {
    private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);
    private static final int PAGE = 1_000;

    private final DataSource dataSource;

    public StreamReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** An entity's newest state and the sequence of its last event; empty if nothing has happened to it. */
    public <S> Optional<VersionedState<S>> load(TenantId tenant, EntityType<S> type, StreamId stream) {
        return read(connection -> {
            VersionedState<S> state = snapshot(connection, tenant, type, stream)
                    .orElseGet(() -> new VersionedState<>(type.initial(), -1));
            boolean more = true;
            while (more) {
                List<SequencedEvent> page = events(connection, tenant, stream, state.sequence() + 1);
                for (SequencedEvent next : page) {
                    state = new VersionedState<>(type.evolve().apply(state.state(), next.event()), next.sequence());
                }
                more = page.size() == PAGE;
            }
            return state.sequence() < 0 ? Optional.empty() : Optional.of(state);
        });
    }

    /** The events of one stream from a sequence on, at most one page of them. */
    public List<SequencedEvent> events(TenantId tenant, StreamId stream, long fromSequence) {
        return read(connection -> events(connection, tenant, stream, fromSequence));
    }

    /** Up to {@code count} events of the tenant's log from a position on. */
    public List<DomainEvent> eventsFrom(TenantId tenant, long position, int count) {
        return read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    SELECT sequence, type, payload FROM event
                    WHERE tenant = ? AND position >= ? ORDER BY position LIMIT ?
                    """)) {
                statement.setString(1, tenant.value());
                statement.setLong(2, position);
                statement.setInt(3, count);
                return decode(statement).stream().map(SequencedEvent::event).toList();
            }
        });
    }

    public Map<String, StoredAnswer> answers(TenantId tenant, Collection<String> keys) {
        return read(connection -> LogFacts.answers(connection, tenant, keys));
    }

    /** The first of the claims that somebody has. */
    public Optional<Claim> findTaken(TenantId tenant, List<Claim> claims) {
        if (claims.isEmpty()) {
            return Optional.empty();
        }
        Set<String> taken = read(connection -> LogFacts.takenClaims(connection, tenant, claims));
        return claims.stream()
                .filter(claim -> taken.contains(LogFacts.key(claim)))
                .findFirst();
    }

    private static <S> Optional<VersionedState<S>> snapshot(
            Connection connection, TenantId tenant, EntityType<S> type, StreamId stream) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT sequence, state FROM snapshot WHERE tenant = ? AND stream = ? AND state_version = ?
                """)) {
            statement.setString(1, tenant.value());
            statement.setString(2, stream.value());
            statement.setString(3, type.version());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                S state = Json.read(row.getString(2), type.snapshotType());
                return Optional.of(new VersionedState<>(state, row.getLong(1)));
            } catch (JacksonException e) {
                LOG.warn("the snapshot of {} can't be read; all its events are read instead", stream, e);
                return Optional.empty();
            }
        }
    }

    private static List<SequencedEvent> events(Connection connection, TenantId tenant, StreamId stream, long from)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT sequence, type, payload FROM event
                WHERE tenant = ? AND stream = ? AND sequence >= ? ORDER BY sequence LIMIT ?
                """)) {
            statement.setString(1, tenant.value());
            statement.setString(2, stream.value());
            statement.setLong(3, from);
            statement.setInt(4, PAGE);
            return decode(statement);
        }
    }

    private static List<SequencedEvent> decode(PreparedStatement statement) throws SQLException {
        List<SequencedEvent> events = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                byte[] payload = rows.getString(3).getBytes(StandardCharsets.UTF_8);
                events.add(new SequencedEvent(rows.getLong(1), EventCodec.decode(rows.getString(2), payload)));
            }
        }
        return events;
    }

    private <T> T read(Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
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

    @FunctionalInterface
    private interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }
}
