package io.nexum.query.readmodel;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.store.Store;
import io.nexum.query.log.EventReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Fills read-model tables from a span of the log: one thread reads and decodes chunks of it on a connection of its own
 * while the caller's writes the chunk before.
 */
final class Loading {
    private static final int CHUNK_EVENTS = 20_000;
    private static final int CHUNKS_WAITING = 1;

    private final Store store;
    private final EventReader events;
    private final TenantId tenant;
    private final long through;
    private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(CHUNKS_WAITING);

    /** @param failure why there is none, instead of projections */
    private record Chunk(
            @Nullable Projections projections, @Nullable Throwable failure) {}

    private Loading(Store store, EventReader events, TenantId tenant, long through) {
        this.events = events;
        this.store = store;
        this.tenant = tenant;
        this.through = through;
    }

    /**
     * Writes what the log tells after one position through another.
     *
     * @param progress told each position that is written
     */
    static void load(
            Store store,
            EventReader events,
            Connection owner,
            TenantId tenant,
            long after,
            long through,
            LongConsumer progress)
            throws SQLException {
        if (after >= through) {
            return;
        }
        Loading loading = new Loading(store, events, tenant, through);
        Thread reader =
                Thread.ofPlatform().name("nexum-rebuild-reader").daemon(true).start(() -> loading.read(after));
        try {
            loading.write(owner, after, progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the read models were built", e);
        } finally {
            reader.interrupt();
        }
    }

    private void read(long after) {
        try {
            long position = after;
            while (position < through) {
                Projections chunk = new Projections(tenant, position, events.personal());
                try (Connection connection = store.of(tenant).getConnection()) {
                    events.read(connection, tenant, position, through, CHUNK_EVENTS, chunk::see);
                }
                if (chunk.position() == position) {
                    throw new IllegalStateException("the log ends at position " + position + ", before " + through);
                }
                position = chunk.position();
                chunks.put(new Chunk(chunk, null));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException | Error e) {
            fail(e);
        }
    }

    private void fail(Throwable failure) {
        try {
            chunks.put(new Chunk(null, failure));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Connection owner, long after, LongConsumer progress) throws SQLException, InterruptedException {
        long position = after;
        while (position < through) {
            Chunk chunk = chunks.poll(1, TimeUnit.MINUTES);
            if (chunk == null) {
                throw new IllegalStateException("the log could not be read on from position " + position);
            }
            Projections projections = chunk.projections();
            if (projections == null) {
                throw new IllegalStateException(
                        "the log could not be read on from position " + position, chunk.failure());
            }
            projections.write(owner);
            position = projections.position();
            progress.accept(position);
        }
    }
}
