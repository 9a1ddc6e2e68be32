package io.nexum.gateway.tenant;

import io.nexum.kernel.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws up all tenants' bills soon after each month's end, so that rates that are changed later don't reach them. */
public final class MonthlyBilling implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MonthlyBilling.class);
    /** Also how long a start is left in peace. */
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final Bills bills;
    private final Tenants tenants;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("monthly-billing").unstarted(this::run);
    /** The month before it is billed; empty after a start. */
    private Optional<YearMonth> running = Optional.empty();

    MonthlyBilling(Bills bills, Tenants tenants, Clock clock) {
        this.bills = bills;
        this.tenants = tenants;
        this.clock = clock;
    }

    public static MonthlyBilling start(Bills bills, Tenants tenants, Clock clock) {
        MonthlyBilling billing = new MonthlyBilling(bills, tenants, clock);
        billing.thread.start();
        return billing;
    }

    private void run() {
        try {
            while (!stop.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                drawUp(clock.instant());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does nothing if all is done up to the month that is running. One tenant's failure is not another's. */
    void drawUp(Instant now) {
        YearMonth month = YearMonth.from(now.minus(Bill.SETTLING).atOffset(ZoneOffset.UTC));
        if (running.filter(month::equals).isPresent()) {
            return;
        }
        boolean all = true;
        try {
            for (TenantId tenant : tenants.all(Optional.empty())) {
                all &= drawUp(tenant, now);
            }
        } catch (RuntimeException e) {
            LOG.warn("The tenants to be billed are not known yet; trying again", e);
            return;
        }
        running = all ? Optional.of(month) : Optional.empty();
    }

    private boolean drawUp(TenantId tenant, Instant now) {
        try {
            bills.of(tenant, now);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{} is not billed yet; trying again", tenant, e);
            return false;
        }
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
