package io.nexum.command.store;

import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.LogListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread through which every event of this process goes into the log.
 *
 * <p>The protocol: commands {@link #submit} their units to a bounded queue and wait on {@link AppendUnit#done}. The
 * thread takes all that wait, up to a bound, and hands each tenant's units, in the order in which they came, to that
 * tenant's {@link TenantLog}, which appends those that fit with one statement and one commit. While the database works,
 * the next units gather: the busier it is, the larger the groups.
 *
 * <p>Order is what makes early release of locks right: a unit that was decided on top of another comes after it in the
 * queue, so when it is its turn, the other is in the log, or has been rejected, and then it is rejected too.
 */
public final class Appender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final int MOST_UNITS = 2_048;
    private static final int MOST_EVENTS = 4_096;
    private static final Duration MOST_WAIT_FOR_PLACE = Duration.ofSeconds(5);

    private final BlockingQueue<AppendUnit> queue;
    private final Map<TenantId, TenantLog> logs = new LinkedHashMap<>();
    private final DataSource dataSource;
    private final StreamsChanged streamsChanged;
    private final LogListener listener;
    private final Thread thread;
    private volatile boolean closing;

    /**
     * @param queueUnits how many units may wait
     * @param streamsChanged told of the streams whose state in memory is no longer right
     * @param listener told where the log ends after each append
     */
    public Appender(DataSource dataSource, int queueUnits, StreamsChanged streamsChanged, LogListener listener) {
        this.dataSource = dataSource;
        this.queue = new ArrayBlockingQueue<>(queueUnits);
        this.streamsChanged = streamsChanged;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("appender").start(this::run);
    }

    /**
     * Puts a unit in the queue and returns.
     *
     * @throws RefusedException if the queue stays full, or the appender is closing
     */
    public void submit(AppendUnit unit) {
        try {
            if (closing || !queue.offer(unit, MOST_WAIT_FOR_PLACE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RefusedException(new Refusals.StoreUnavailable(
                        "the event store is behind; nothing was written, send the command again"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(new Refusals.StoreUnavailable("the program is stopping; nothing was written"));
        }
    }

    /** How many units wait. */
    public int queued() {
        return queue.size();
    }

    private void run() {
        List<AppendUnit> taken = new ArrayList<>();
        while (!closing || !queue.isEmpty()) {
            try {
                take(taken);
                appendAll(taken);
            } catch (InterruptedException e) {
                LOG.debug("the appender was woken to close");
            } catch (RuntimeException | Error e) {
                LOG.error("the appender failed on {} units", taken.size(), e);
                rejectAll(taken, e);
            } finally {
                taken.clear();
            }
        }
        List<AppendUnit> left = new ArrayList<>();
        queue.drainTo(left);
        rejectAll(
                left,
                new RefusedException(new Refusals.StoreUnavailable("the program is stopping; nothing was written")));
    }

    private void take(List<AppendUnit> taken) throws InterruptedException {
        AppendUnit first = queue.take();
        taken.add(first);
        int events = first.events().size();
        AppendUnit next = queue.peek();
        // Only this thread takes, so what peek shows is what poll gives.
        while (next != null
                && taken.size() < MOST_UNITS
                && events + next.events().size() <= MOST_EVENTS) {
            taken.add(queue.remove());
            events += next.events().size();
            next = queue.peek();
        }
    }

    private void appendAll(List<AppendUnit> taken) {
        Map<TenantId, List<AppendUnit>> byTenant = new LinkedHashMap<>();
        taken.forEach(unit -> byTenant.computeIfAbsent(unit.tenant(), tenant -> new ArrayList<>())
                .add(unit));
        byTenant.forEach(
                (tenant, units) -> logs.computeIfAbsent(tenant, this::openLog).append(units));
    }

    private TenantLog openLog(TenantId tenant) {
        return new TenantLog(tenant, dataSource, streamsChanged, listener);
    }

    private static void rejectAll(List<AppendUnit> units, Throwable reason) {
        units.forEach(unit -> unit.done().completeExceptionally(reason));
    }

    /** Appends what waits, then stops; what comes later is refused. */
    @Override
    public void close() {
        closing = true;
        if (queue.isEmpty()) {
            thread.interrupt();
        }
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
