package io.nexum.command.store;

import io.nexum.command.EntityType;
import io.nexum.command.store.StreamReader.SequencedEvent;
import io.nexum.kernel.DomainEvent;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The states of many entities at once, read and kept with a statement for all of them and past the cache. */
public final class StatesInBulk {
    /** Of one entity; the longer tails are rare, and read one by one. */
    private static final int MOST_EVENTS_AT_ONCE = 50;

    private final Stores stores;
    private final PersonalEvents codec;
    private final SealedStates states;
    private final StreamReader reader;

    public StatesInBulk(Stores stores, PersonalEvents codec, SealedStates states, StreamReader reader) {
        this.stores = stores;
        this.codec = codec;
        this.states = states;
        this.reader = reader;
    }

    /**
     * An entity's newest state in the log.
     *
     * @param sequence of its last event, -1 if there is none
     * @param snapshot the sequence up to which a snapshot has it, -1 if there is none
     */
    public record Loaded<S>(S state, long sequence, long snapshot) {
        private Loaded<S> after(EntityType<S> type, DomainEvent event, long at) {
            return new Loaded<>(type.evolve().apply(state, event), at, snapshot);
        }
    }

    /** A state to be kept as a snapshot, after the event with this sequence, which must be in the log already. */
    public record Kept<S>(StreamId stream, S state, long sequence) {}

    private record Snapshot(long sequence, String state) {}

    private record Row(StreamId stream, long sequence, String type, String payload) {}

    /**
     * The state of each of these entities, its type's initial state if nothing has happened to it.
     *
     * @throws SQLException if the database doesn't answer
     * @throws RuntimeException if what is stored of one of them can't be read
     */
    public <S> Map<StreamId, Loaded<S>> load(TenantId tenant, EntityType<S> type, Collection<StreamId> streams)
            throws SQLException {
        Map<StreamId, Loaded<S>> loaded = new LinkedHashMap<>();
        Map<StreamId, Snapshot> snapshots = snapshots(tenant, type, streams);
        // Without a connection in hand: the keys to personal data are fetched with one of their own.
        streams.forEach(stream -> loaded.put(stream, fromSnapshot(tenant, type, stream, snapshots)));
        List<Row> tails = tails(tenant, loaded);
        Map<StreamId, Integer> lengths = new HashMap<>();
        for (Row row : tails) {
            DomainEvent event =
                    codec.decode(tenant, row.stream(), row.type(), row.payload().getBytes(StandardCharsets.UTF_8));
            loaded.computeIfPresent(row.stream(), (stream, before) -> before.after(type, event, row.sequence()));
            lengths.merge(row.stream(), 1, Integer::sum);
        }
        lengths.forEach((stream, length) -> {
            if (length == MOST_EVENTS_AT_ONCE) {
                loaded.computeIfPresent(stream, (same, before) -> restOf(tenant, type, stream, before));
            }
        });
        return loaded;
    }

    private <S> Loaded<S> fromSnapshot(
            TenantId tenant, EntityType<S> type, StreamId stream, Map<StreamId, Snapshot> snapshots) {
        Snapshot snapshot = snapshots.get(stream);
        Loaded<S> nothing = new Loaded<>(type.initial(), -1, -1);
        return snapshot == null
                ? nothing
                : states.<S>read(tenant, stream, snapshot.state(), type.snapshotType())
                        .map(state -> new Loaded<>(state, snapshot.sequence(), snapshot.sequence()))
                        .orElse(nothing);
    }

    private <S> Loaded<S> restOf(TenantId tenant, EntityType<S> type, StreamId stream, Loaded<S> from) {
        Loaded<S> loaded = from;
        List<SequencedEvent> page;
        do {
            page = reader.events(tenant, stream, loaded.sequence() + 1);
            for (SequencedEvent next : page) {
                loaded = loaded.after(type, next.event(), next.sequence());
            }
        } while (!page.isEmpty());
        return loaded;
    }

    private Map<StreamId, Snapshot> snapshots(TenantId tenant, EntityType<?> type, Collection<StreamId> streams)
            throws SQLException {
        Map<StreamId, Snapshot> snapshots = new HashMap<>();
        try (Connection connection = stores.of(tenant).getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                SELECT stream, sequence, state FROM snapshot
                WHERE tenant = ? AND stream = ANY (?) AND state_version = ?
                """)) {
            statement.setString(1, tenant.value());
            statement.setArray(2, connection.createArrayOf("text", names(streams)));
            statement.setString(3, type.version());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    snapshots.put(new StreamId(rows.getString(1)), new Snapshot(rows.getLong(2), rows.getString(3)));
                }
            }
        }
        return snapshots;
    }

    /** The events after each one's snapshot. */
    private <S> List<Row> tails(TenantId tenant, Map<StreamId, Loaded<S>> loaded) throws SQLException {
        List<Row> tails = new ArrayList<>();
        try (Connection connection = stores.of(tenant).getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                SELECT wanted.stream, tail.sequence, tail.type, tail.payload
                FROM unnest(?::text[], ?::bigint[]) WITH ORDINALITY AS wanted (stream, after, place)
                CROSS JOIN LATERAL (
                    SELECT sequence, type, payload FROM event
                    WHERE tenant = ? AND stream = wanted.stream AND sequence > wanted.after
                    ORDER BY sequence LIMIT ?
                ) AS tail
                ORDER BY wanted.place, tail.sequence
                """)) {
            statement.setArray(1, connection.createArrayOf("text", names(loaded.keySet())));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int8",
                            loaded.values().stream().map(Loaded::sequence).toArray(Long[]::new)));
            statement.setString(3, tenant.value());
            statement.setInt(4, MOST_EVENTS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    tails.add(new Row(
                            new StreamId(rows.getString(1)), rows.getLong(2), rows.getString(3), rows.getString(4)));
                }
            }
        }
        return tails;
    }

    /** Keeps snapshots; they may be lost in a crash, for they are only shortcuts. */
    public <S> void keep(TenantId tenant, EntityType<S> type, List<Kept<S>> kept) throws SQLException {
        List<String> streams = new ArrayList<>();
        List<Long> sequences = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Kept<S> one : kept) {
            if (type.snapshotType().isInstance(one.state())) {
                states.write(tenant, one.stream(), one.state()).ifPresent(text -> {
                    streams.add(one.stream().value());
                    sequences.add(one.sequence());
                    texts.add(text);
                });
            }
        }
        if (streams.isEmpty()) {
            return;
        }
        try (Connection connection = stores.of(tenant).getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        INSERT INTO snapshot (tenant, stream, sequence, state_version, state)
                        SELECT ?, s.stream, s.sequence, ?, s.state
                        FROM unnest(?::text[], ?::bigint[], ?::text[]) AS s (stream, sequence, state)
                        ON CONFLICT (tenant, stream) DO UPDATE
                        SET sequence = excluded.sequence, state_version = excluded.state_version,
                            state = excluded.state
                        WHERE snapshot.sequence < excluded.sequence
                           OR snapshot.state_version <> excluded.state_version
                        """)) {
            statement.setString(1, tenant.value());
            statement.setString(2, type.version());
            statement.setArray(3, connection.createArrayOf("text", streams.toArray()));
            statement.setArray(4, connection.createArrayOf("int8", sequences.toArray()));
            statement.setArray(5, connection.createArrayOf("text", texts.toArray()));
            statement.executeUpdate();
        }
    }

    private static String[] names(Collection<StreamId> streams) {
        return streams.stream().map(StreamId::value).toArray(String[]::new);
    }
}
