package io.nexum.bench.load;

import io.nexum.bench.figure.Histogram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a number of connections busy: each sends its next request as soon as its last one is answered.
 *
 * <p>One thread and one selector serve all of them, since the load shares its machine with what it measures. Every
 * answer must be a success: a load that is refused measures nothing.
 */
public final class Load {
    private static final int READ_BUFFER_BYTES = 1 << 18;
    private static final long SELECT_TIMEOUT_MS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Requests requests;
    private final ByteBuffer readBuffer = ByteBuffer.allocateDirect(READ_BUFFER_BYTES);
    private final Histogram latency = new Histogram();
    private final long measureFrom;
    private final long measureTo;
    private long answers;
    private int underWay;

    private Load(Requests requests, Duration warmUp, Duration measured) {
        this.requests = requests;
        measureFrom = System.nanoTime() + warmUp.toNanos();
        measureTo = measureFrom + measured.toNanos();
    }

    /**
     * @return what came between the end of the warm-up and the end of the measured time
     * @throws IOException if an answer is not 2xx, or none comes
     */
    public static LoadResult run(
            InetSocketAddress address, int connections, Requests requests, Duration warmUp, Duration measured)
            throws IOException {
        List<Connection> open = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                open.add(new Connection(address, selector, requests.maxLength()));
            }
            Load load = new Load(requests, warmUp, measured);
            load.drive(selector, open);
            return new LoadResult(load.answers, measured, load.latency);
        } finally {
            for (Connection connection : open) {
                connection.close();
            }
        }
    }

    /** Told of each request that was answered: whose turn it was, when it was sent and when it was answered. */
    @FunctionalInterface
    public interface Answered {
        void at(int turn, long sentAt, long answeredAt);
    }

    /** On one connection, one request after the other, from each source in turn, until an instant of {@link System#nanoTime}. */
    public static void inTurns(
            InetSocketAddress address, List<? extends Requests> sources, long until, Answered answered)
            throws IOException {
        int longest = sources.stream().mapToInt(Requests::maxLength).max().orElse(0);
        ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BUFFER_BYTES);
        try (Selector selector = Selector.open();
                Connection connection = new Connection(address, selector, longest)) {
            for (int turn = 0; System.nanoTime() < until; turn = (turn + 1) % sources.size()) {
                connection.send(sources.get(turn));
                boolean complete = false;
                while (!complete) {
                    if (selector.select(PATIENCE.toMillis()) == 0) {
                        throw new IOException("a request was not answered within " + PATIENCE);
                    }
                    selector.selectedKeys().clear();
                    connection.write();
                    complete = connection.read(buffer);
                }
                answered.at(turn, connection.sentAt(), System.nanoTime());
                mustHaveSucceeded(connection);
            }
        }
    }

    private static void mustHaveSucceeded(Connection connection) throws IOException {
        if (!connection.answer().succeeded()) {
            throw new IOException("the bank answered " + connection.answer().status() + ": "
                    + connection.answer().failure());
        }
    }

    private void drive(Selector selector, List<Connection> connections) throws IOException {
        for (Connection connection : connections) {
            connection.send(requests);
            underWay++;
        }
        long giveUpAt = measureTo + PATIENCE.toNanos();
        // The last requests are waited for, so that nothing of this load is under way when the next one starts.
        while (underWay > 0) {
            selector.select(this::serve, SELECT_TIMEOUT_MS);
            if (System.nanoTime() > giveUpAt) {
                throw new IOException(underWay + " requests were not answered within " + PATIENCE);
            }
        }
    }

    private void serve(SelectionKey key) {
        try {
            Connection connection = (Connection) key.attachment();
            if (key.isWritable()) {
                connection.write();
            }
            if (key.isReadable() && connection.read(readBuffer)) {
                answered(connection);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answered(Connection connection) throws IOException {
        long now = System.nanoTime();
        mustHaveSucceeded(connection);
        underWay--;
        if (now >= measureFrom && now < measureTo) {
            answers++;
            latency.record(now - connection.sentAt());
        }
        if (now < measureTo) {
            connection.send(requests);
            underWay++;
        }
    }
}
