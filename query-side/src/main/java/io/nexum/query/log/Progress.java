package io.nexum.query.log;

import io.nexum.kernel.TenantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far each tenant's projections are, and who waits for them to get further. */
public final class Progress {
    /** How soon to look again while somebody waits for what another process may be writing. */
    private static final Duration RETRY = Duration.ofMillis(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final Condition demanded = lock.newCondition();
    private final Map<TenantId, Long> positions = new HashMap<>();
    private int waiting;
    private boolean appended;

    /** The last position that the projections show, 0 if none. */
    public long position(TenantId tenant) {
        lock.lock();
        try {
            return positions.getOrDefault(tenant, 0L);
        } finally {
            lock.unlock();
        }
    }

    /** Tells that the projections show a position. It may go back: after a crash the database may have lost the last ones. */
    public void reached(TenantId tenant, long position) {
        lock.lock();
        try {
            positions.put(tenant, position);
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Tells that there is more to read. */
    public void appended() {
        lock.lock();
        try {
            appended = true;
            demanded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the projections show a position; false if they still don't when the time is over. */
    public boolean await(TenantId tenant, long target, Duration atMost) {
        lock.lock();
        try {
            waiting++;
            demanded.signalAll();
            long nanos = atMost.toNanos();
            while (positions.getOrDefault(tenant, 0L) < target) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = advanced.awaitNanos(nanos);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    /**
     * For the follower: returns when somebody waits; when there is more to read, but not before the pause since the last
     * batch is over, so that a busy log is read in batches; or when the poll is due.
     *
     * @param lastBatch when it last wrote something, as {@link System#nanoTime} tells it
     */
    void awaitDemand(long lastBatch, Duration pause, Duration poll) throws InterruptedException {
        long start = System.nanoTime();
        lock.lockInterruptibly();
        try {
            while (true) {
                long now = System.nanoTime();
                long left = start + poll.toNanos() - now;
                if (waiting > 0) {
                    left = Math.min(left, start + RETRY.toNanos() - now);
                } else if (appended) {
                    left = Math.min(left, lastBatch + pause.toNanos() - now);
                }
                if (left <= 0) {
                    break;
                }
                demanded.await(left, TimeUnit.NANOSECONDS);
            }
            appended = false;
        } finally {
            lock.unlock();
        }
    }
}
