package io.nexum.gateway.day;

import io.nexum.command.store.day.EndOfDay;
import io.nexum.gateway.tenant.Tenants;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.day.DayRun;
import io.nexum.kernel.store.Store;
import io.nexum.kernel.store.Stores;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the day before, every night once the hour is there in the bank's own time zone, if the operator has set one;
 * and goes on with what a node that died has left. Several nodes may do so at once: one of them has the right to.
 */
public final class NightlyClose implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyClose.class);
    private static final String ACTOR = "nightly-close";
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(10);

    private final EndOfDay endOfDay;
    private final Stores stores;
    private final Tenants tenants;
    private final Optional<LocalTime> hour;
    private final ZoneId bankZone;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name(ACTOR).unstarted(this::run);

    /**
     * @param hour when days are closed; empty if only who asks closes them
     * @param bankZone where the hour is, for a bank that has no time zone of its own
     */
    public NightlyClose(
            EndOfDay endOfDay, Stores stores, Tenants tenants, Optional<LocalTime> hour, ZoneId bankZone, Clock clock) {
        this.endOfDay = endOfDay;
        this.stores = stores;
        this.tenants = tenants;
        this.hour = hour;
        this.bankZone = bankZone;
        this.clock = clock;
    }

    public NightlyClose start() {
        thread.start();
        return this;
    }

    private void run() {
        try {
            do {
                for (Store store : stores.all()) {
                    resume(store);
                }
                hour.ifPresent(this::closeAll);
            } while (!stop.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void resume(Store store) {
        try {
            endOfDay.resume(store);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("Whether days are left to be closed isn't known yet; trying again", e);
        }
    }

    private void closeAll(LocalTime at) {
        try {
            tenants.all(Optional.of(true)).forEach(tenant -> close(tenant, at));
        } catch (RuntimeException e) {
            LOG.warn("Days are not closed yet; trying again", e);
        }
    }

    private void close(TenantId tenant, LocalTime at) {
        try {
            ZonedDateTime now =
                    clock.instant().atZone(tenants.settings(tenant).timeZone().orElse(bankZone));
            LocalDate yesterday = now.toLocalDate().minusDays(1);
            LocalDate through = now.toLocalTime().isBefore(at) ? yesterday.minusDays(1) : yesterday;
            boolean failedJustNow = endOfDay.find(tenant)
                    .filter(run -> run.failure().isPresent())
                    .flatMap(DayRun::endedAt)
                    .filter(ended -> ended.plus(AFTER_A_FAILURE).isAfter(now.toInstant()))
                    .isPresent();
            if (!endOfDay.isClosed(tenant, through) && !failedJustNow) {
                endOfDay.close(tenant, through, ACTOR);
            }
        } catch (RuntimeException e) {
            LOG.warn("The day of {} is not closed yet; trying again", tenant, e);
        }
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
