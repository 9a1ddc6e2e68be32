package io.nexum.command.store.day;

import io.nexum.command.day.DayContext;
import io.nexum.command.day.DayStep;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.day.DayRun.Place;
import io.nexum.kernel.day.StepCounts;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One step of a date's close over all who take part, a page of ids after the other. Several pages are worked on at a
 * time, never more, so that memory stays flat; how far it is goes by the first page that is not done.
 */
final class StepClose<S> {
    private static final Logger LOG = LoggerFactory.getLogger(StepClose.class);
    private static final int PAGE = 500;

    private final DayStep<S> step;
    private final LocalDate date;
    private final CommandContext context;
    private final DayTools tools;
    private final ExecutorService workers;
    private final int window;
    private final Notes notes;

    /** Told how far a step is, and what happened by it. */
    @FunctionalInterface
    interface Notes {
        Notes NONE = place -> {};

        void at(Place place) throws SQLException;

        /** What was appended for an entity; told by several threads. */
        default void appended(List<DomainEvent> events) {}
    }

    /** @param window how many pages are worked on at a time */
    StepClose(
            DayStep<S> step,
            LocalDate date,
            CommandContext context,
            DayTools tools,
            ExecutorService workers,
            int window,
            Notes notes) {
        this.step = step;
        this.date = date;
        this.context = context;
        this.tools = tools;
        this.workers = workers;
        this.window = window;
        this.notes = notes;
    }

    private record Page(String last, Future<StepCounts> counts) {}

    /**
     * Goes on from a place.
     *
     * @param from with the step's name and date if it was begun before
     * @return the place behind all of them
     */
    Place run(Place from) throws SQLException, InterruptedException {
        TenantId tenant = context.tenant();
        Members members = new Members(tools.stores(), tenant, step.membership());
        boolean begun = from.step().equals(step.name()) && from.date().equals(date);
        Place place = new Place(
                date,
                step.name(),
                Instant.now(tools.clock()),
                from.stepsDone(),
                from.steps(),
                begun ? from.afterEntity() : "",
                members.count(),
                begun ? from.counts() : StepCounts.NONE);
        notes.at(place);
        DayContext day = day();
        Deque<Page> underWay = new ArrayDeque<>();
        try {
            String last = place.afterEntity();
            boolean more = true;
            while (more || !underWay.isEmpty()) {
                while (more && underWay.size() < window) {
                    List<String> ids = members.after(last, PAGE);
                    more = ids.size() == PAGE;
                    if (!ids.isEmpty()) {
                        last = ids.getLast();
                        underWay.add(new Page(last, workers.submit(() -> close(ids, day))));
                    }
                }
                if (!underWay.isEmpty()) {
                    Page first = underWay.element();
                    place = after(place, first.last(), first.counts().get());
                    underWay.remove();
                    notes.at(place);
                }
            }
            return place;
        } catch (ExecutionException e) {
            throw broken(e);
        } finally {
            // Nobody works on for a run that has ended: whoever comes next would meet them.
            settle(underWay);
        }
    }

    /** The same for these entities alone. */
    void run(List<String> entities) throws SQLException, InterruptedException {
        close(entities, day());
    }

    private DayContext day() {
        TenantId tenant = context.tenant();
        return new DayContext(
                date,
                tools.days().of(tenant).state().calendar(),
                tools.settings().apply(tenant),
                context.at(),
                new SharedStatesCache(tenant, tools.reader()));
    }

    private StepCounts close(List<String> ids, DayContext day) throws SQLException, InterruptedException {
        CommandContext now = CommandContext.of(
                context.tenant(),
                context.actor(),
                context.correlationId(),
                Instant.now(tools.clock()).truncatedTo(ChronoUnit.MICROS));
        return new PageClose<>(step, day, now, tools, ids, notes).run();
    }

    private static Place after(Place before, String last, StepCounts counts) {
        return new Place(
                before.date(),
                before.step(),
                before.stepStartedAt(),
                before.stepsDone(),
                before.steps(),
                last,
                before.total(),
                before.counts().plus(counts));
    }

    private static RuntimeException broken(ExecutionException e) throws SQLException {
        return switch (e.getCause()) {
            case SQLException gone -> throw gone;
            case RuntimeException reason -> reason;
            case null, default -> new IllegalStateException(e);
        };
    }

    private static void settle(Deque<Page> pages) throws InterruptedException {
        for (Page page : pages) {
            try {
                page.counts().get();
            } catch (ExecutionException e) {
                LOG.debug("the run ends for another page's sake", e);
            }
        }
    }
}
