package io.nexum.command.store;

import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.log.LogListener;
import io.nexum.kernel.store.Store;
import io.nexum.kernel.store.Stores;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** One appender for each store, made when the first unit for one of its tenants comes. */
public final class Appenders implements AutoCloseable {
    private final Map<Store, Appender> appenders = new ConcurrentHashMap<>();
    private final Stores stores;
    private final int queueUnits;
    private final StreamsChanged streamsChanged;
    private final LogListener listener;
    private volatile boolean closing;

    /**
     * @param queueUnits how many units may wait for each appender
     * @param streamsChanged told of the streams whose state in memory is no longer right
     * @param listener told where a log ends after each append
     */
    public Appenders(Stores stores, int queueUnits, StreamsChanged streamsChanged, LogListener listener) {
        this.stores = stores;
        this.queueUnits = queueUnits;
        this.streamsChanged = streamsChanged;
        this.listener = listener;
    }

    /**
     * Puts a unit in the queue of its tenant's appender and returns.
     *
     * @throws RefusedException if the queue is full, or the appender is closing
     */
    public void submit(AppendUnit unit) {
        Appender appender =
                Objects.requireNonNull(appenders.computeIfAbsent(stores.storeOf(unit.tenant()), this::open));
        appender.submit(unit);
    }

    private Appender open(Store store) {
        if (closing) {
            throw new RefusedException(new Refusals.StoreUnavailable("the program is stopping; nothing was written"));
        }
        return new Appender(store, queueUnits, streamsChanged, listener);
    }

    /** Whether all of them take units and append them. */
    public boolean areAlive() {
        return !closing && appenders.values().stream().allMatch(Appender::isAlive);
    }

    /** How many units wait. */
    public int queued() {
        return appenders.values().stream().mapToInt(Appender::queued).sum();
    }

    /** Appends what waits, then stops; what comes later is refused. */
    @Override
    public void close() {
        closing = true;
        appenders.values().forEach(Appender::close);
    }
}
