package io.nexum.command.store.day;

import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.day.DayRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with runs until they have ended: as the one who has the right to, or standing by in case that another process
 * which has it dies.
 */
final class DayRunners implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DayRunners.class);
    private static final Duration STANDING_BY = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** In a row; with the longest pause that is about five minutes. */
    private static final int MOST_FAILURES = 60;

    private final DayTools tools;
    private final ExecutorService workers;
    private final int window;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<TenantId> active = new HashSet<>();
    private final Set<TenantId> again = new HashSet<>();

    DayRunners(DayTools tools, ExecutorService workers, int window) {
        this.tools = tools;
        this.workers = workers;
        this.window = window;
    }

    /** Goes on with what is asked for a tenant. */
    synchronized void start(TenantId tenant) {
        if (active.add(tenant)) {
            threads.execute(() -> run(tenant));
        } else {
            again.add(tenant);
        }
    }

    private synchronized boolean isOver(TenantId tenant) {
        boolean over = !again.remove(tenant);
        if (over) {
            active.remove(tenant);
        }
        return over;
    }

    private void run(TenantId tenant) {
        try {
            do {
                untilEnded(tenant);
            } while (!isOver(tenant));
        } catch (InterruptedException e) {
            LOG.info("{}: the program stops while days are closed; the next one goes on", tenant);
        }
    }

    private void untilEnded(TenantId tenant) throws InterruptedException {
        int failures = 0;
        while (true) {
            try {
                if (hasEnded(tenant)) {
                    return;
                }
                failures = 0;
                Thread.sleep(STANDING_BY);
            } catch (SQLException e) {
                wait(tenant, ++failures, e);
            } catch (RuntimeException e) {
                if (!EndOfDay.isUnavailable(e)) {
                    LOG.error("{}: the days can't be closed", tenant, e);
                    fail(tenant, e);
                    return;
                }
                wait(tenant, ++failures, e);
            }
            if (failures > MOST_FAILURES) {
                fail(tenant, new IllegalStateException("the event store can't be reached"));
                return;
            }
        }
    }

    /** Closes the days if nobody else does. */
    private boolean hasEnded(TenantId tenant) throws SQLException, InterruptedException {
        Optional<DayLock> taken = DayLock.tryTake(tools.stores(), tenant);
        if (taken.isEmpty()) {
            try (Connection connection = tools.stores().of(tenant).getConnection()) {
                return DayRuns.find(connection, tenant)
                        .filter(DayRun::isUnderWay)
                        .isEmpty();
            }
        }
        try (DayLock lock = taken.get()) {
            new DaysClose(tools, tenant, lock.connection(), workers, window).run();
            return true;
        }
    }

    private void wait(TenantId tenant, int failures, Exception reason) throws InterruptedException {
        LOG.warn("{}: closing days waits for the event store: {}", tenant, reason.getMessage());
        try (Connection connection = tools.stores().of(tenant).getConnection()) {
            DayRuns.waits(connection, tenant, "waits for the event store");
        } catch (SQLException | RefusedException e) {
            LOG.debug("nor can that be noted", e);
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        Thread.sleep(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    private void fail(TenantId tenant, RuntimeException reason) {
        try (Connection connection = tools.stores().of(tenant).getConnection()) {
            DayRun run = DayRuns.find(connection, tenant).orElseThrow();
            DayRuns.end(
                    connection,
                    run,
                    Optional.of(String.valueOf(reason.getMessage())),
                    tenant,
                    tools.clock().instant());
        } catch (SQLException | RuntimeException e) {
            LOG.warn("{}: that the days can't be closed couldn't be noted", tenant, e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
