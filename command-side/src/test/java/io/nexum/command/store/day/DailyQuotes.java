package io.nexum.command.store.day;

import io.nexum.command.EntityType;
import io.nexum.command.day.DayContext;
import io.nexum.command.day.DayStep;
import io.nexum.command.rate.RateState;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.rate.RateEvent.RateQuoted;
import io.nexum.kernel.rate.RateId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * A step as small as can be: each rate is quoted one higher for each day, at noon. It can be told to fail for some and
 * to wait.
 */
final class DailyQuotes implements DayStep<RateState> {
    static final String SOURCE = "the day's close";

    /** The pairs that can't be decided. */
    final Set<String> broken = ConcurrentHashMap.newKeySet();

    /** What each decision takes one of. */
    final Semaphore allowed = new Semaphore(Integer.MAX_VALUE);

    @Override
    public String name() {
        return "quote_rates";
    }

    @Override
    public EntityType<RateState> type() {
        return RateState.TYPE;
    }

    @Override
    public String membership() {
        return "open_rate";
    }

    @Override
    public List<DomainEvent> decide(RateState state, DayContext day) {
        allowed.acquireUninterruptibly();
        ExchangeRate newest = state.newest().orElseThrow();
        String pair = newest.base() + "-" + newest.quote();
        if (broken.contains(pair)) {
            throw new IllegalStateException("no rate for " + pair);
        }
        LocalDate quoted = LocalDate.ofInstant(newest.quotedAt(), ZoneOffset.UTC);
        return quoted.plusDays(1)
                .datesUntil(day.date().isAfter(quoted) ? day.date().plusDays(1) : quoted.plusDays(1))
                .<DomainEvent>map(date -> next(newest, date, date.toEpochDay() - quoted.toEpochDay()))
                .toList();
    }

    private static DomainEvent next(ExchangeRate newest, LocalDate date, long days) {
        String name = newest.base() + "-" + newest.quote() + date;
        return new RateQuoted(new ExchangeRate(
                new RateId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                newest.base(),
                newest.quote(),
                newest.rate().add(BigDecimal.valueOf(days)),
                SOURCE,
                noon(date)));
    }

    static Instant noon(LocalDate date) {
        return date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }
}
