package io.nexum.command.store;

import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.EventKey;
import io.nexum.kernel.log.LogListener;
import io.nexum.kernel.store.Store;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread through which every event of this process goes into a store.
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
    private static final Duration MOST_WAIT_FOR_LATECOMERS = Duration.ofMillis(25);

    /** Wakes the thread when there is nothing to append; it must not be interrupted, for it may be appending. */
    private static final AppendUnit WAKE_UP =
            new AppendUnit(TenantId.DEFAULT, Map.of(), List.of(), List.of(), List.of(), new CompletableFuture<>());

    private final BlockingQueue<AppendUnit> queue;
    private final Map<TenantId, TenantLog> logs = new LinkedHashMap<>();
    private final List<AppendUnit> taken = new ArrayList<>();
    private final Deque<AppendUnit> aside = new ArrayDeque<>();
    private final Store store;
    private final StreamsChanged streamsChanged;
    private final LogListener listener;
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean stopped;

    /**
     * @param queueUnits how many units may wait
     * @param streamsChanged told of the streams whose state in memory is no longer right
     * @param listener told where the log ends after each append
     */
    public Appender(Store store, int queueUnits, StreamsChanged streamsChanged, LogListener listener) {
        this.store = store;
        this.queue = new ArrayBlockingQueue<>(queueUnits);
        this.streamsChanged = streamsChanged;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("appender").start(this::run);
    }

    /**
     * Puts a unit in the queue and returns.
     *
     * @throws RefusedException if the queue is full, or the appender is closing
     */
    public void submit(AppendUnit unit) {
        if (Thread.currentThread().isInterrupted()) {
            throw new RefusedException(new Refusals.StoreUnavailable("the program is stopping; nothing was written"));
        }
        // Whoever finds no place is told at once: waiting for one would only hold what can't be served.
        if (closing || !queue.offer(unit)) {
            throw new RefusedException(new Refusals.StoreUnavailable(
                    "the event store is behind; nothing was written, send the command again"));
        }
        if (stopped) {
            rejectLeft();
        }
    }

    /** Whether it takes units and appends them. */
    public boolean isAlive() {
        return thread.isAlive() && !closing;
    }

    /** How many units wait. */
    public int queued() {
        return queue.size();
    }

    private void run() {
        while (!closing || !queue.isEmpty() || !aside.isEmpty()) {
            try {
                take();
                appendAll();
            } catch (InterruptedException e) {
                LOG.warn("nobody has reason to interrupt the appender; it goes on", e);
            } catch (RuntimeException | Error e) {
                LOG.error("the appender failed on {} units", taken.size(), e);
                rejectAll(taken, e);
            } finally {
                taken.clear();
            }
        }
        stopped = true;
        rejectLeft();
    }

    /** What came too late, be it that its sender saw the appender at work just before it stopped. */
    private void rejectLeft() {
        List<AppendUnit> left = new ArrayList<>();
        queue.drainTo(left);
        rejectAll(
                left,
                new RefusedException(new Refusals.StoreUnavailable("the program is stopping; nothing was written")));
    }

    private void take() throws InterruptedException {
        AppendUnit next = aside.isEmpty() ? queue.take() : aside.remove();
        int events = 0;
        // Only this thread takes, so what peek shows is what poll gives.
        while (next != null) {
            if (next != WAKE_UP) {
                taken.add(next);
                events += next.events().size();
            }
            AppendUnit after = queue.peek();
            boolean full = after == null
                    || taken.size() >= MOST_UNITS
                    || events + after.events().size() > MOST_EVENTS;
            next = full ? null : queue.poll();
        }
    }

    /** Units of a tenant that come within a moment; those of others are next. */
    private List<AppendUnit> awaitLatecomers(TenantId tenant, int count) {
        List<AppendUnit> late = new ArrayList<>();
        long until = System.nanoTime() + MOST_WAIT_FOR_LATECOMERS.toNanos();
        try {
            AppendUnit next = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            while (next != null) {
                if (!next.tenant().equals(tenant)) {
                    aside.add(next);
                } else if (next != WAKE_UP) {
                    taken.add(next);
                    late.add(next);
                }
                next = late.size() < count ? queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS) : null;
            }
        } catch (InterruptedException e) {
            LOG.warn("nobody has reason to interrupt the appender; it goes on", e);
        }
        return late;
    }

    private void appendAll() {
        Map<TenantId, List<AppendUnit>> byTenant = new LinkedHashMap<>();
        taken.forEach(unit -> byTenant.computeIfAbsent(unit.tenant(), tenant -> new ArrayList<>())
                .add(unit));
        byTenant.forEach(this::append);
    }

    private void append(TenantId tenant, List<AppendUnit> units) {
        int count = units.size();
        int events = units.stream().mapToInt(unit -> unit.events().size()).sum();
        long start = System.nanoTime();
        logs.computeIfAbsent(tenant, this::openLog).append(units);
        listener.worked(tenant, count, events, Duration.ofNanos(System.nanoTime() - start), () -> firstsOf(units));
    }

    private static List<EventKey> firstsOf(List<AppendUnit> units) {
        return units.stream()
                .flatMap(unit -> unit.events().stream().limit(1))
                .map(event -> new EventKey(event.stream(), event.sequence()))
                .toList();
    }

    private TenantLog openLog(TenantId tenant) {
        return new TenantLog(tenant, store.of(tenant), streamsChanged, listener, this::awaitLatecomers);
    }

    private static void rejectAll(List<AppendUnit> units, Throwable reason) {
        units.forEach(unit -> unit.done().completeExceptionally(reason));
    }

    /** Appends what waits, then stops; what comes later is refused. */
    @Override
    public void close() {
        closing = true;
        // If there is no place for it, the thread is awake anyway.
        var _ = queue.offer(WAKE_UP);
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
