package io.nexum.command.store;

import io.nexum.command.day.BankDay;
import io.nexum.command.store.StreamReader.SequencedEvent;
import io.nexum.command.store.StreamReader.VersionedState;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.day.DayEvent;
import io.nexum.kernel.log.LogListener;
import io.nexum.kernel.log.StreamId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The days of the banks as every command looks at them: from memory, and looked up anew several times a second. A command is
 * appended only if the day that it was decided on is still the newest, so one that comes by another process meanwhile
 * outdates it, and it is decided anew.
 */
public final class BankDays implements StreamsChanged, LogListener {
    private static final Duration RECHECK = Duration.ofMillis(250);

    private final StreamReader reader;
    private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

    public BankDays(StreamReader reader) {
        this.reader = reader;
    }

    private record Known(VersionedState<BankDay> day, long until) {
        boolean isFresh() {
            return System.nanoTime() - until < 0;
        }
    }

    /** The bank's day, which another process may have moved a moment ago. */
    public VersionedState<BankDay> of(TenantId tenant) {
        Known before = known.get(tenant);
        if (before != null && before.isFresh()) {
            return before.day();
        }
        Known now = new Known(look(tenant, before), System.nanoTime() + RECHECK.toNanos());
        return Objects.requireNonNull(known.merge(
                        tenant, now, (one, other) -> other.day.sequence() < one.day.sequence() ? one : other))
                .day();
    }

    private VersionedState<BankDay> look(TenantId tenant, @Nullable Known before) {
        VersionedState<BankDay> day = before == null
                ? reader.load(tenant, BankDay.TYPE, DayEvent.STREAM)
                        .orElse(new VersionedState<>(BankDay.TYPE.initial(), -1))
                : before.day();
        List<SequencedEvent> news;
        do {
            news = reader.events(tenant, DayEvent.STREAM, day.sequence() + 1);
            for (SequencedEvent next : news) {
                day = new VersionedState<>(BankDay.TYPE.evolve().apply(day.state(), next.event()), next.sequence());
            }
        } while (!news.isEmpty());
        return day;
    }

    private void lookAgain(TenantId tenant) {
        known.computeIfPresent(tenant, (id, before) -> new Known(before.day(), System.nanoTime()));
    }

    @Override
    public void evict(TenantId tenant, Collection<StreamId> streams) {
        if (streams.contains(DayEvent.STREAM)) {
            lookAgain(tenant);
        }
    }

    @Override
    public void evictAll(TenantId tenant) {
        lookAgain(tenant);
    }

    /** The log is not what is of interest here, but what comes by it. */
    @Override
    public void appended(TenantId tenant, long headPosition) {}

    @Override
    public void recorded(TenantId tenant, List<DomainEvent> events) {
        if (events.stream().anyMatch(DayEvent.class::isInstance)) {
            lookAgain(tenant);
        }
    }
}
