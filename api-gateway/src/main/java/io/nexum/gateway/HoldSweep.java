package io.nexum.gateway;

import io.nexum.gateway.tenant.Tenants;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.QueryContext.Consistency;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountCommand.ExpireHolds;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountQuery.FindAccountsWithDueHolds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the holds whose time is over, so that the log says so. Decisions don't wait for it: an account counts no hold
 * that is over. Several nodes may sweep at once; the second finds nothing left to end.
 */
final class HoldSweep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HoldSweep.class);
    private static final String ACTOR = "hold-sweep";
    private static final int ACCOUNTS_A_SWEEP = 500;

    private final Commands commands;
    private final Queries queries;
    private final Tenants tenants;
    private final Clock clock;
    private final Duration interval;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name(ACTOR).unstarted(this::run);

    private HoldSweep(Commands commands, Queries queries, Tenants tenants, Clock clock, Duration interval) {
        this.commands = commands;
        this.queries = queries;
        this.tenants = tenants;
        this.clock = clock;
        this.interval = interval;
    }

    static HoldSweep start(Commands commands, Queries queries, Tenants tenants, Clock clock, Duration interval) {
        HoldSweep sweep = new HoldSweep(commands, queries, tenants, clock, interval);
        sweep.thread.start();
        return sweep;
    }

    private void run() {
        try {
            while (!stop.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                sweepOrLog();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweepOrLog() {
        try {
            sweep();
        } catch (RuntimeException e) {
            LOG.warn("Holds whose time is over are not ended yet; trying again", e);
        }
    }

    private void sweep() {
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        for (TenantId tenant : tenants.all(Optional.of(true))) {
            try {
                sweep(tenant, now);
            } catch (RuntimeException e) {
                LOG.warn("Holds of {} whose time is over are not ended yet; trying again", tenant, e);
            }
        }
    }

    private void sweep(TenantId tenant, Instant now) {
        List<AccountId> due = queries.ask(
                new FindAccountsWithDueHolds(now, ACCOUNTS_A_SWEEP), new QueryContext(tenant, Consistency.EVENTUAL));
        String correlation = UUID.randomUUID().toString();
        for (AccountId account : due) {
            commands.send(new ExpireHolds(account), CommandContext.of(tenant, ACTOR, correlation, now));
        }
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
