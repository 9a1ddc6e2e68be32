package io.nexum.bench.bank;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks every 100 ms how far the read models are behind the log. */
public final class LogSampler implements AutoCloseable {
    private static final long INTERVAL_MS = 100;
    private static final long LEVEL_INTERVAL_MS = 10;
    // Behind in time is: the newest event is so much younger than the oldest one that the read models don't show.
    private static final String LAG = """
            SELECT h.position - p.position,
                   coalesce(extract(epoch FROM newest.recorded_at - oldest.recorded_at), 0)
            FROM nexum.chain_head h
            JOIN nexum_read.projection_position p USING (tenant)
            LEFT JOIN nexum.event newest ON newest.tenant = h.tenant AND newest.position = h.position
            LEFT JOIN nexum.event oldest ON oldest.tenant = h.tenant AND oldest.position = p.position + 1
            WHERE h.tenant = 'default'
            """;

    private final Connection connection;
    private final PreparedStatement query;
    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);
    private Lag worst = new Lag(0, 0);
    private @Nullable SQLException failure;

    /** @param seconds between the newest event and the oldest that the read models don't show */
    public record Lag(long events, double seconds) {}

    public LogSampler(Connection connection) throws SQLException {
        this.connection = connection;
        query = connection.prepareStatement(LAG);
        thread = Thread.ofPlatform().name("log-sampler").start(this::sample);
    }

    private void sample() {
        try {
            while (!stop.await(INTERVAL_MS, TimeUnit.MILLISECONDS)) {
                now();
            }
        } catch (SQLException e) {
            failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void failed(SQLException e) {
        failure = e;
    }

    public synchronized Lag now() throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            Lag lag = new Lag(row.getLong(1), Math.max(0, row.getDouble(2)));
            worst = new Lag(Math.max(worst.events(), lag.events()), Math.max(worst.seconds(), lag.seconds()));
            return lag;
        }
    }

    /** @return the nanoseconds from an instant of {@link System#nanoTime} until the read models showed everything */
    public long awaitLevel(long since, Duration patience) throws SQLException, IOException, InterruptedException {
        while (now().events() > 0) {
            if (System.nanoTime() - since > patience.toNanos()) {
                throw new IOException("the read models are not level " + patience + " after the load");
            }
            Thread.sleep(LEVEL_INTERVAL_MS);
        }
        return System.nanoTime() - since;
    }

    /** The most that any sample said. */
    public synchronized Lag worst() throws SQLException {
        if (failure != null) {
            throw failure;
        }
        return worst;
    }

    @Override
    public void close() throws SQLException {
        stop.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
