package io.nexum.gateway.observability;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.EventKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Carries a trace from a command's thread to those that append and show its events.
 *
 * <p>A batch is of many commands. Each of them that is traced gets a span of the batch in its own trace, and all these
 * are linked to the first one's. What is carried is kept in memory, bounded, under the name of the command's first
 * event: nothing of it is stored, so another node that shows the event has no part in the trace.
 */
final class TracedBatches {
    private static final int MOST_CARRIED = 50_000;
    private static final Duration LONGEST_CARRIED = Duration.ofMinutes(5);

    private final Tracer tracer;
    private final Cache<Event, Carried> carried = Caffeine.newBuilder()
            .maximumSize(MOST_CARRIED)
            .expireAfterWrite(LONGEST_CARRIED)
            .build();

    private record Event(TenantId tenant, EventKey key) {}

    /** @param since when it began to wait for the appender */
    private record Carried(SpanContext command, Instant since) {}

    TracedBatches(Tracer tracer) {
        this.tracer = tracer;
    }

    void submitted(TenantId tenant, EventKey first, SpanContext command) {
        if (command.isSampled()) {
            carried.put(new Event(tenant, first), new Carried(command, Instant.now()));
        }
    }

    /** @param firsts the first event of each command in the batch */
    void appended(TenantId tenant, List<EventKey> firsts, int events, Duration took) {
        Instant end = Instant.now();
        Instant start = end.minus(took);
        List<Carried> traced = tracedOf(tenant, firsts);
        for (Carried waited : traced) {
            Instant since = waited.since().isBefore(start) ? waited.since() : start;
            builder("append queue", waited.command(), since).startSpan().end(start);
        }
        inEach("append batch", traced, firsts.size(), events, start, end);
    }

    void shown(TenantId tenant, List<EventKey> events, Duration took) {
        Instant end = Instant.now();
        List<Carried> traced = tracedOf(tenant, events);
        inEach("projection batch", traced, traced.size(), events.size(), end.minus(took), end);
    }

    private List<Carried> tracedOf(TenantId tenant, List<EventKey> events) {
        return events.stream()
                .flatMap(event -> Optional.ofNullable(carried.getIfPresent(new Event(tenant, event))).stream())
                .toList();
    }

    private void inEach(String name, List<Carried> traced, int commands, int events, Instant start, Instant end) {
        SpanContext first = SpanContext.getInvalid();
        for (Carried one : traced) {
            SpanBuilder builder = builder(name, one.command(), start);
            if (first.isValid()) {
                builder.addLink(first);
            }
            Span span = builder.setAttribute("nexum.batch.commands", commands)
                    .setAttribute("nexum.batch.events", events)
                    .startSpan();
            first = first.isValid() ? first : span.getSpanContext();
            span.end(end);
        }
    }

    private SpanBuilder builder(String name, SpanContext parent, Instant start) {
        return tracer.spanBuilder(name)
                .setParent(Context.root().with(Span.wrap(parent)))
                .setStartTimestamp(start);
    }
}
