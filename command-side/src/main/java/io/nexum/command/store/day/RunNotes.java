package io.nexum.command.store.day;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.day.DayRun;
import io.nexum.kernel.day.DayRun.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes how far a run is: in its row now and then, and in the program's log more seldom. */
final class RunNotes implements StepClose.Notes {
    private static final Logger LOG = LoggerFactory.getLogger(RunNotes.class);
    private static final Duration ROW = Duration.ofMillis(250);
    private static final Duration LINE = Duration.ofSeconds(5);

    private final Connection connection;
    private final TenantId tenant;
    private final DayRun run;
    private final Clock clock;
    private Place noted;
    private Instant rowAt = Instant.MIN;
    private Instant lineAt;

    RunNotes(Connection connection, TenantId tenant, DayRun run, Clock clock) {
        this.connection = connection;
        this.tenant = tenant;
        this.run = run;
        this.clock = clock;
        this.noted = run.at();
        this.lineAt = clock.instant();
    }

    @Override
    public void at(Place place) throws SQLException {
        Instant now = clock.instant();
        boolean other = !place.step().equals(noted.step()) || !place.date().equals(noted.date());
        if (other || !now.isBefore(rowAt.plus(ROW))) {
            write(place);
            rowAt = now;
        }
        if (!now.isBefore(lineAt.plus(LINE))) {
            lineAt = now;
            say(place, now);
        }
    }

    /** Notes it without waiting for the next time. */
    void write(Place place) throws SQLException {
        DayRuns.note(connection, tenant, place);
        noted = place;
    }

    private void say(Place place, Instant now) {
        DayRun here = new DayRun(
                run.id(),
                run.first(),
                run.through(),
                run.askedBy(),
                run.startedAt(),
                run.endedAt(),
                run.failure(),
                place);
        LOG.info(
                "{}: {} of {}: {} of {} at {}/s, {} left to {}",
                tenant,
                place.step(),
                place.date(),
                place.counts().looked(),
                place.total(),
                Math.round(here.perSecond(now)),
                here.left(now).map(left -> left.toSeconds() + " s").orElse("?"),
                run.through());
    }
}
