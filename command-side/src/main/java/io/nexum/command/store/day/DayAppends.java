package io.nexum.command.store.day;

import io.nexum.command.store.AppendRejected.VersionConflict;
import io.nexum.command.store.AppendUnit;
import io.nexum.command.store.Appenders;
import io.nexum.command.store.NewEvent;
import io.nexum.command.store.Seen;
import io.nexum.command.store.StreamsChanged;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.Refusals.StoreUnavailable;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.log.EventKey;
import io.nexum.kernel.log.LogListener;
import io.nexum.kernel.log.PersonalEvents;
import io.nexum.kernel.log.StreamId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;

/** Appends what was decided for many entities in one unit of work. */
public final class DayAppends {
    private static final String COMMAND = "CloseDay";
    private static final int MOST_TRIES = 100;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Appenders appenders;
    private final PersonalEvents codec;
    private final StreamsChanged streamsChanged;
    private final LogListener listener;

    /** @param streamsChanged told of the streams that were appended to, for what is in memory of them is outdated */
    public DayAppends(Appenders appenders, PersonalEvents codec, StreamsChanged streamsChanged, LogListener listener) {
        this.appenders = appenders;
        this.codec = codec;
        this.streamsChanged = streamsChanged;
        this.listener = listener;
    }

    /** What happened to an entity, decided on its state after the event with this sequence. */
    record Decided(StreamId stream, long sequence, List<DomainEvent> events) {}

    /**
     * Appends all of it, but for those that have moved on since they were decided.
     *
     * @return the streams that have moved on
     * @throws RefusedException if the store doesn't take it
     */
    Set<StreamId> append(List<Decided> all, CommandContext context) throws InterruptedException {
        Map<StreamId, Decided> open = new LinkedHashMap<>();
        all.forEach(decided -> open.put(decided.stream(), decided));
        Set<StreamId> movedOn = new HashSet<>();
        while (!open.isEmpty()) {
            try {
                appendUnit(open.values().stream().toList(), context);
                streamsChanged.evict(context.tenant(), open.keySet());
                break;
            } catch (VersionConflict e) {
                open.remove(e.stream());
                movedOn.add(e.stream());
            }
        }
        return movedOn;
    }

    private void appendUnit(List<Decided> all, CommandContext context) throws InterruptedException {
        Map<StreamId, Seen> seen = new HashMap<>();
        List<NewEvent> rows = new ArrayList<>();
        List<DomainEvent> events = new ArrayList<>();
        for (Decided decided : all) {
            seen.put(decided.stream(), Seen.inTheLog(decided.sequence()));
            long sequence = decided.sequence();
            for (DomainEvent event : decided.events()) {
                rows.add(NewEvent.of(eventId(), event, ++sequence, COMMAND, context, codec));
                events.add(event);
            }
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        submit(new AppendUnit(context.tenant(), seen, rows, List.of(), List.of(), done), rows.getFirst());
        try {
            done.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e.getCause());
        }
        listener.recorded(context.tenant(), events);
    }

    /** Waits a while for a place in the queue: those who come by themselves have the right of way. */
    private void submit(AppendUnit unit, NewEvent first) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                listener.submitted(unit.tenant(), new EventKey(first.stream(), first.sequence()));
                appenders.submit(unit);
                return;
            } catch (RefusedException e) {
                if (!(e.refusal() instanceof StoreUnavailable) || tries == MOST_TRIES) {
                    throw e;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    /** Only to be told apart by; nobody gains by guessing it. */
    private static UUID eventId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long version4 = (random.nextLong() & ~0xF000L) | 0x4000L;
        return new UUID(version4, (random.nextLong() >>> 2) | Long.MIN_VALUE);
    }
}
