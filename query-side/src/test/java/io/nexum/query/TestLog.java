package io.nexum.query;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.log.EventCodec;
import io.nexum.kernel.log.EventMetadata;
import io.nexum.kernel.log.HashChain;
import io.nexum.kernel.log.PersonalEvents;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.privacy.PersonalData;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Appends events to the log's tables as the command side does: chained, with the head row in the same transaction. */
public final class TestLog {
    private final DataSource owner;
    private final TenantId tenant;
    private final PersonalEvents codec;
    private final HashChain chain = new HashChain();
    private final Map<StreamId, Long> sequences = new HashMap<>();
    private byte[] hash = HashChain.genesis();
    private long position;
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private String user = "teller";
    private String correlation = "request-1";

    public TestLog(DataSource owner, TenantId tenant, PersonalData personal) {
        this.codec = new PersonalEvents(personal);
        this.owner = owner;
        this.tenant = tenant;
    }

    /** Who appends from now on, and for which request. */
    public TestLog by(String newUser, String newCorrelation) {
        user = newUser;
        correlation = newCorrelation;
        return this;
    }

    /** When the next append is recorded. */
    public TestLog at(Instant instant) {
        now = instant;
        return this;
    }

    public long position() {
        return position;
    }

    public Instant now() {
        return now;
    }

    public long append(DomainEvent... events) {
        return append(List.of(events));
    }

    /** Appends in one transaction; returns the last position. */
    public long append(List<? extends DomainEvent> events) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                            connection.prepareStatement("INSERT INTO event VALUES (?,?,?,?,?,?,?,?,?)");
                    PreparedStatement head = connection.prepareStatement("""
                            INSERT INTO chain_head VALUES (?, ?, ?)
                            ON CONFLICT (tenant) DO UPDATE SET position = EXCLUDED.position, hash = EXCLUDED.hash
                            """)) {
                for (DomainEvent event : events) {
                    add(insert, event, EventCodec.typeOf(event), codec.encode(tenant, event));
                }
                insert.executeBatch();
                head.setString(1, tenant.value());
                head.setLong(2, position);
                head.setBytes(3, hash);
                head.executeUpdate();
            }
            connection.commit();
            now = now.plusSeconds(1);
            return position;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(PreparedStatement insert, DomainEvent event, String type, byte[] payload) throws SQLException {
        byte[] metadata =
                Json.bytes(new EventMetadata(UUID.randomUUID(), user, correlation, "TestCommand", Optional.empty()));
        StreamId stream = event.stream();
        long sequence = sequences.merge(stream, 0L, (before, zero) -> before + 1);
        position++;
        hash = chain.next(hash, position, tenant, stream, sequence, type, now, payload, metadata);
        insert.setString(1, tenant.value());
        insert.setLong(2, position);
        insert.setString(3, stream.value());
        insert.setLong(4, sequence);
        insert.setString(5, type);
        insert.setObject(6, now.atOffset(ZoneOffset.UTC));
        insert.setString(7, new String(payload, StandardCharsets.UTF_8));
        insert.setString(8, new String(metadata, StandardCharsets.UTF_8));
        insert.setBytes(9, hash);
        insert.addBatch();
    }
}
