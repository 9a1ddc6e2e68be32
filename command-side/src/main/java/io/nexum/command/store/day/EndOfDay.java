package io.nexum.command.store.day;

import io.nexum.command.day.BankDay;
import io.nexum.command.day.BankDay.Aside;
import io.nexum.command.day.DayStep;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.Refusal;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.day.DayRefusal.DayIsBeingClosed;
import io.nexum.kernel.day.DayRefusal.StillSetAside;
import io.nexum.kernel.day.DayRefusal.TooManyDays;
import io.nexum.kernel.day.DayRun;
import io.nexum.kernel.day.DayRun.Place;
import io.nexum.kernel.day.StepCounts;
import io.nexum.kernel.store.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Closes the days of banks: what can be asked for it. */
public final class EndOfDay implements AutoCloseable {
    /** More days at once are taken for a slip of the pen. */
    public static final int MOST_DAYS = 3660; // ten years

    /** Pages that are worked on at a time: one more than there are processors, for some wait for the database. */
    private static final int WINDOW = Math.clamp(Runtime.getRuntime().availableProcessors() + 1L, 3, 6);

    private static final Duration LOOK = Duration.ofMillis(50);

    private final DayTools tools;
    private final ExecutorService workers;
    private final DayRunners runners;

    public EndOfDay(DayTools tools) {
        this.tools = tools;
        this.workers = Executors.newFixedThreadPool(
                WINDOW, Thread.ofPlatform().daemon().name("end-of-day-", 0).factory());
        this.runners = new DayRunners(tools, workers, WINDOW);
    }

    /** The bank's date: its own, or the calendar's as long as it closes no days. */
    public LocalDate businessDate(TenantId tenant) {
        return day(tenant).date().orElseGet(() -> today(tenant));
    }

    private LocalDate today(TenantId tenant) {
        ZoneId zone = tools.settings().apply(tenant).timeZone().orElse(tools.bankZone());
        return LocalDate.ofInstant(tools.clock().instant(), zone);
    }

    private BankDay day(TenantId tenant) {
        return tools.days().of(tenant).state();
    }

    /**
     * The first day that would be closed. A bank that has closed none begins with today; or with yesterday, if that is
     * the last one that is to be closed, for days are mostly closed after midnight.
     */
    private LocalDate firstDay(TenantId tenant, LocalDate through) {
        LocalDate now = businessDate(tenant);
        boolean yesterday = day(tenant).date().isEmpty() && through.equals(now.minusDays(1));
        return yesterday ? through : now;
    }

    /**
     * Has every day up to and including one closed, and returns at once. A run that is under way goes on further if
     * need be. Does nothing if the days are closed.
     *
     * @param by who asks
     * @return the run, or the last one that was
     * @throws RefusedException if it would be more than {@value #MOST_DAYS} days
     */
    public Optional<DayRun> close(TenantId tenant, LocalDate through, String by) {
        LocalDate first = firstDay(tenant, through);
        if (!through.isBefore(first)) {
            if (through.isAfter(first.plusDays(MOST_DAYS - 1))) {
                throw new RefusedException(new TooManyDays(first, MOST_DAYS));
            }
            with(tenant, connection -> {
                DayRuns.ask(
                        connection, tenant, first, through, by, tools.clock().instant());
                return true;
            });
            runners.start(tenant);
        }
        return find(tenant);
    }

    /** Whether there is nothing to close up to and including a day. */
    public boolean isClosed(TenantId tenant, LocalDate through) {
        return through.isBefore(firstDay(tenant, through));
    }

    /** The run that is under way, else the last one that was. */
    public Optional<DayRun> find(TenantId tenant) {
        return with(tenant, connection -> DayRuns.find(connection, tenant));
    }

    /** As {@link #find}, when it has ended, or after this time. */
    public Optional<DayRun> await(TenantId tenant, Duration most) {
        long until = System.nanoTime() + most.toNanos();
        Optional<DayRun> run = find(tenant);
        try {
            while (run.filter(DayRun::isUnderWay).isPresent() && System.nanoTime() - until < 0) {
                Thread.sleep(LOOK);
                run = find(tenant);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return run;
    }

    /** Goes on with the runs of a store that nobody goes on with, because a process has died. */
    public void resume(Store store) throws SQLException {
        List<TenantId> tenants = new ArrayList<>();
        try (Connection connection = store.owner().getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT tenant FROM day_run WHERE ended_at IS NULL")) {
            while (rows.next()) {
                tenants.add(new TenantId(rows.getString(1)));
            }
        }
        tenants.forEach(runners::start);
    }

    /**
     * Does these steps for one date, whatever the business date, in the caller's time. Who has it behind it is passed
     * over.
     *
     * @throws RefusedException if there is no such step, or a run is under way
     */
    public Map<String, StepCounts> runSteps(
            TenantId tenant, List<String> names, LocalDate date, CommandContext context) {
        return runStepsOnce(tenant, names.stream().map(this::step).toList(), date, context, events -> {});
    }

    /**
     * As {@link #runSteps}, with steps that needn't be among those of the day's close.
     *
     * @param appended told what happened to each entity, by several threads
     */
    public Map<String, StepCounts> runStepsOnce(
            TenantId tenant,
            List<? extends DayStep<?>> steps,
            LocalDate date,
            CommandContext context,
            Consumer<List<DomainEvent>> appended) {
        try (DayLock lock = DayLock.tryTake(tools.stores(), tenant).orElseThrow(() -> beingClosed(tenant, date))) {
            if (DayRuns.find(lock.connection(), tenant)
                    .filter(DayRun::isUnderWay)
                    .isPresent()) {
                throw beingClosed(tenant, date);
            }
            Map<String, StepCounts> counts = new LinkedHashMap<>();
            StepClose.Notes notes = new StepClose.Notes() {
                @Override
                public void at(Place place) {}

                @Override
                public void appended(List<DomainEvent> events) {
                    appended.accept(events);
                }
            };
            for (DayStep<?> step : steps) {
                Place from = new Place(date, "", context.at(), 0, steps.size(), "", 0, StepCounts.NONE);
                counts.put(
                        step.name(),
                        new StepClose<>(step, date, context, tools, workers, WINDOW, notes)
                                .run(from)
                                .counts());
            }
            return counts;
        } catch (SQLException e) {
            throw unavailable();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private RefusedException beingClosed(TenantId tenant, LocalDate date) {
        return new RefusedException(
                new DayIsBeingClosed(find(tenant).map(DayRun::through).orElse(date)));
    }

    private DayStep<?> step(String name) {
        return tools.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedException(new Refusals.NotFound("step", name)));
    }

    /**
     * Tries again what is set aside.
     *
     * @throws RefusedException if it is not set aside, or fails again
     */
    public void retry(TenantId tenant, String name, String entity, CommandContext context) {
        DayStep<?> step = step(name);
        Aside aside = day(tenant).setAsideBy(name).get(entity);
        if (aside == null) {
            throw new RefusedException(new Refusals.NotFound("entity set aside by " + name, entity));
        }
        LocalDate closed = businessDate(tenant).minusDays(1);
        LocalDate date = closed.isAfter(aside.date()) ? closed : aside.date();
        try {
            new StepClose<>(step, date, context, tools, workers, 1, StepClose.Notes.NONE).run(List.of(entity));
        } catch (SQLException e) {
            throw unavailable();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        Aside still = day(tenant).setAsideBy(name).get(entity);
        if (still != null) {
            throw new RefusedException(new StillSetAside(name, entity, still.reason()));
        }
    }

    @FunctionalInterface
    private interface Asking<T> {
        T ask(Connection connection) throws SQLException;
    }

    private <T> T with(TenantId tenant, Asking<T> asking) {
        try (Connection connection = tools.stores().of(tenant).getConnection()) {
            return asking.ask(connection);
        } catch (SQLException e) {
            throw unavailable();
        }
    }

    static boolean isUnavailable(RuntimeException e) {
        return e instanceof RefusedException refused && refused.refusal().kind() == Refusal.Kind.UNAVAILABLE;
    }

    private static RefusedException interrupted() {
        Thread.currentThread().interrupt();
        return new RefusedException(new Refusals.StoreUnavailable("the program is stopping; ask again"));
    }

    private static RefusedException unavailable() {
        return new RefusedException(
                new Refusals.StoreUnavailable("the event store can't be reached; nothing was changed, ask again"));
    }

    /** Stops at once: what is not done is done by the next run. */
    @Override
    public void close() {
        runners.close();
        workers.shutdownNow();
    }
}
