package io.nexum.command.store.day;

import io.nexum.command.day.BankDay;
import io.nexum.command.day.DayStep;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.day.DayCommand.FinishStep;
import io.nexum.kernel.day.DayCommand.MoveBusinessDate;
import io.nexum.kernel.day.DayCommand.OpenBusinessDate;
import io.nexum.kernel.day.DayRun;
import io.nexum.kernel.day.DayRun.Place;
import io.nexum.kernel.day.StepCounts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One bank's days, closed one after the other by the process that has the right to. */
final class DaysClose {
    private static final Logger LOG = LoggerFactory.getLogger(DaysClose.class);

    private final DayTools tools;
    private final TenantId tenant;
    private final Connection connection;
    private final ExecutorService workers;
    private final int window;

    /** @param connection the one that holds the {@link DayLock} */
    DaysClose(DayTools tools, TenantId tenant, Connection connection, ExecutorService workers, int window) {
        this.tools = tools;
        this.tenant = tenant;
        this.connection = connection;
        this.workers = workers;
        this.window = window;
    }

    /** Closes what is asked for, also what is asked for meanwhile. */
    void run() throws SQLException, InterruptedException {
        Optional<DayRun> asked = underWay();
        while (asked.isPresent()) {
            DayRun run = asked.get();
            CommandContext context = context(run);
            tools.commands().send(new OpenBusinessDate(run.first()), context);
            BankDay day = day();
            LocalDate date = day.date().orElse(run.first());
            if (!date.isAfter(run.through())) {
                close(date, day, run, context);
            } else if (DayRuns.end(
                    connection, run, Optional.empty(), tenant, tools.clock().instant())) {
                LOG.info("{}: the days through {} are closed", tenant, run.through());
            }
            asked = underWay();
        }
    }

    private Optional<DayRun> underWay() throws SQLException {
        return DayRuns.find(connection, tenant).filter(DayRun::isUnderWay);
    }

    private void close(LocalDate date, BankDay day, DayRun run, CommandContext context)
            throws SQLException, InterruptedException {
        RunNotes notes = new RunNotes(connection, tenant, run, tools.clock());
        int done = 0;
        for (DayStep<?> step : tools.steps()) {
            if (!day.finished().contains(step.name())) {
                Place at =
                        new StepClose<>(step, date, context, tools, workers, window, notes).run(place(run, date, done));
                notes.write(at);
                tools.commands().send(new FinishStep(date, step.name(), at.counts()), context);
                LOG.info("{}: {} of {} is done: {}", tenant, step.name(), date, at.counts());
            }
            done++;
        }
        tools.commands().send(new MoveBusinessDate(date), context);
        notes.write(new Place(date, "", tools.clock().instant(), done, Math.max(1, done), "", 0, StepCounts.NONE));
    }

    /** Where the run was last if that was on this date, so that a step that was begun is gone on with. */
    private Place place(DayRun run, LocalDate date, int done) {
        Place last = run.at();
        boolean same = last.date().equals(date);
        return new Place(
                date,
                same ? last.step() : "",
                last.stepStartedAt(),
                done,
                tools.steps().size(),
                same ? last.afterEntity() : "",
                last.total(),
                same ? last.counts() : StepCounts.NONE);
    }

    private CommandContext context(DayRun run) {
        return CommandContext.of(
                tenant,
                run.askedBy(),
                run.id().toString(),
                tools.clock().instant().truncatedTo(ChronoUnit.MICROS));
    }

    private BankDay day() {
        return tools.days().of(tenant).state();
    }
}
