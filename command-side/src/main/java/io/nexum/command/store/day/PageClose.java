package io.nexum.command.store.day;

import io.nexum.command.EntityType;
import io.nexum.command.day.BankDay.Aside;
import io.nexum.command.day.DayContext;
import io.nexum.command.day.DayStep;
import io.nexum.command.store.Balance;
import io.nexum.command.store.StatesInBulk.Kept;
import io.nexum.command.store.StatesInBulk.Loaded;
import io.nexum.command.store.day.DayAppends.Decided;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.Refusal;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.day.DayCommand.ReadmitEntities;
import io.nexum.kernel.day.DayCommand.SetEntitiesAside;
import io.nexum.kernel.day.SetAside;
import io.nexum.kernel.day.StepCounts;
import io.nexum.kernel.log.StreamId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A step of a date's close for a page of entities: loaded together, decided one by one, appended together. Those that
 * moved on meanwhile are done again, each alone; those that can't be decided are set aside.
 */
final class PageClose<S> {
    private static final Logger LOG = LoggerFactory.getLogger(PageClose.class);
    private static final int MOST_TRIES = 20;

    /** After how many events a snapshot is made; not for all entities at the same event, or not in the same days. */
    private static final int EVENTS_A_SNAPSHOT = 8;

    private final DayStep<S> step;
    private final EntityType<S> type;
    private final DayContext day;
    private final CommandContext context;
    private final DayTools tools;
    private final StepClose.Notes notes;
    private final Map<StreamId, String> entities = new LinkedHashMap<>();
    private final List<SetAside> aside = new ArrayList<>();
    private final List<Kept<S>> kept = new ArrayList<>();
    private long changed;

    PageClose(
            DayStep<S> step,
            DayContext day,
            CommandContext context,
            DayTools tools,
            List<String> entities,
            StepClose.Notes notes) {
        this.step = step;
        this.type = step.type();
        this.day = day;
        this.context = context;
        this.tools = tools;
        this.notes = notes;
        entities.forEach(entity -> this.entities.put(type.stream(entity), entity));
    }

    /** @throws RefusedException if the store can't be reached: then some of it may be done, and all can be done again */
    StepCounts run() throws SQLException, InterruptedException {
        try {
            together();
        } catch (RefusedException | InterruptedException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{} of {}: something is wrong with one of {} entities", step.name(), day.date(), entities.size());
            aside.clear();
            for (StreamId stream : entities.keySet()) {
                alone(stream);
            }
        }
        tools.states().keep(context.tenant(), type, kept);
        note();
        return new StepCounts(entities.size(), changed, aside.size());
    }

    private void together() throws SQLException, InterruptedException {
        Map<StreamId, Loaded<S>> loaded = tools.states().load(context.tenant(), type, entities.keySet());
        List<Decided> decided = new ArrayList<>();
        for (Map.Entry<StreamId, Loaded<S>> entity : loaded.entrySet()) {
            try {
                Decided done = decide(entity.getKey(), entity.getValue());
                if (!done.events().isEmpty()) {
                    decided.add(done);
                }
            } catch (RuntimeException e) {
                setAside(entity.getKey(), e);
            }
        }
        Set<StreamId> movedOn = decided.isEmpty() ? Set.of() : tools.appends().append(decided, context);
        for (Decided done : decided) {
            if (!movedOn.contains(done.stream())) {
                appended(done, Objects.requireNonNull(loaded.get(done.stream())));
            }
        }
        for (StreamId stream : movedOn) {
            alone(stream);
        }
    }

    private Decided decide(StreamId stream, Loaded<S> loaded) {
        List<DomainEvent> events = step.decide(loaded.state(), day);
        Balance.mustHold(events);
        for (DomainEvent event : events) {
            if (!event.stream().equals(stream)) {
                throw new IllegalStateException(step.name() + " gave an event of " + event.stream());
            }
        }
        return new Decided(stream, loaded.sequence(), events);
    }

    private void alone(StreamId stream) throws SQLException, InterruptedException {
        try {
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                Loaded<S> loaded = tools.states()
                        .load(context.tenant(), type, List.of(stream))
                        .getOrDefault(stream, new Loaded<>(type.initial(), -1, -1));
                Decided done = decide(stream, loaded);
                if (done.events().isEmpty()) {
                    return;
                }
                if (tools.appends().append(List.of(done), context).isEmpty()) {
                    appended(done, loaded);
                    return;
                }
            }
            throw new IllegalStateException("others kept changing it");
        } catch (RuntimeException e) {
            setAside(stream, e);
        }
    }

    private void appended(Decided done, Loaded<S> before) {
        changed++;
        notes.appended(done.events());
        long sequence = done.sequence() + done.events().size();
        long place = Math.floorMod(done.stream().hashCode(), EVENTS_A_SNAPSHOT);
        if ((before.snapshot() + 1 + place) / EVENTS_A_SNAPSHOT != (sequence + 1 + place) / EVENTS_A_SNAPSHOT) {
            S after = before.state();
            for (DomainEvent event : done.events()) {
                after = type.evolve().apply(after, event);
            }
            kept.add(new Kept<>(done.stream(), after, sequence));
        }
    }

    private void setAside(StreamId stream, RuntimeException reason) {
        if (reason instanceof RefusedException refused && refused.refusal().kind() == Refusal.Kind.UNAVAILABLE) {
            throw reason;
        }
        String text = reason instanceof RefusedException || reason.getMessage() == null
                ? String.valueOf(reason.getMessage())
                : reason.getClass().getSimpleName() + ": " + reason.getMessage();
        LOG.warn("{} of {} sets {} aside: {}", step.name(), day.date(), stream, text);
        LOG.debug("{} was set aside", stream, reason);
        aside.add(new SetAside(entities.getOrDefault(stream, stream.entityId()), text));
    }

    /** Who is set aside, and who no longer is. */
    private void note() {
        Map<String, Aside> before = tools.days().of(context.tenant()).state().setAsideBy(step.name());
        List<SetAside> more = aside.stream()
                .filter(one -> {
                    Aside known = before.get(one.entity());
                    return known == null || !known.reason().equals(one.reason());
                })
                .toList();
        if (!more.isEmpty()) {
            tools.commands().send(new SetEntitiesAside(day.date(), step.name(), more), context);
        }
        List<String> back = entities.values().stream()
                .filter(before::containsKey)
                .filter(entity -> aside.stream().noneMatch(one -> one.entity().equals(entity)))
                .toList();
        if (!back.isEmpty()) {
            tools.commands().send(new ReadmitEntities(day.date(), step.name(), back), context);
        }
    }
}
