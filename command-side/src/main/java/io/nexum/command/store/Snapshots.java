package io.nexum.command.store;

import io.nexum.command.EntityType;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.store.Stores;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores snapshots beside the work; one that can't be stored is left out, for it is only a shortcut. */
public final class Snapshots implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final int MOST_WAITING = 1_000;

    private final Stores stores;
    private final SealedStates states;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("snapshots").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    public Snapshots(Stores stores, SealedStates states) {
        this.stores = stores;
        this.states = states;
    }

    /** Stores the state of an entity after the event with this sequence, which must be in the log already. */
    public <S> void store(TenantId tenant, EntityType<S> type, StreamId stream, S state, long sequence) {
        if (type.snapshotType().isInstance(state)) {
            worker.execute(() -> states.write(tenant, stream, state)
                    .ifPresent(text -> write(tenant, type.version(), stream, text, sequence)));
        }
    }

    private void write(TenantId tenant, String version, StreamId stream, String state, long sequence) {
        try (Connection connection = stores.of(tenant).getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        INSERT INTO snapshot (tenant, stream, sequence, state_version, state) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (tenant, stream) DO UPDATE
                        SET sequence = excluded.sequence, state_version = excluded.state_version,
                            state = excluded.state
                        WHERE snapshot.sequence < excluded.sequence
                           OR snapshot.state_version <> excluded.state_version
                        """)) {
            statement.setString(1, tenant.value());
            statement.setString(2, stream.value());
            statement.setLong(3, sequence);
            statement.setString(4, version);
            statement.setString(5, state);
            statement.executeUpdate();
        } catch (SQLException e) {
            LOG.warn("no snapshot of {} was stored", stream, e);
        }
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
