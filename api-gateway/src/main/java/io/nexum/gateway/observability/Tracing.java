package io.nexum.gateway.observability;

import io.nexum.gateway.http.LogFields;
import io.nexum.gateway.http.RequestListener;
import io.nexum.gateway.http.ServedRequest;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.log.EventKey;
import io.nexum.kernel.log.LogListener;
import io.nexum.query.ReadModelListener;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Follows a request through the program: a span for the request, one for each command that it sends, and by way of
 * {@link TracedBatches} those of the batches in which its events are appended and shown.
 *
 * <p>A span names routes, commands and outcomes, and never what a request carried: no path, no id, no amount.
 */
final class Tracing implements RequestListener, CommandListener, LogListener {
    private static final TextMapGetter<HttpServletRequest> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(HttpServletRequest request) {
            return Collections.list(request.getHeaderNames());
        }

        @Override
        public @Nullable String get(@Nullable HttpServletRequest request, String name) {
            return request == null ? null : request.getHeader(name);
        }
    };

    private final Tracer tracer;
    private final TextMapPropagator propagator;
    private final TracedBatches batches;

    /** What is open on this thread, the innermost first. */
    private final ThreadLocal<Deque<Span>> open = ThreadLocal.withInitial(ArrayDeque::new);

    Tracing(Tracer tracer, TextMapPropagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
        this.batches = new TracedBatches(tracer);
    }

    @Override
    public void came(HttpServletRequest request) {
        // The method as a client sends it can be any word; it is named when the request is served.
        Span span = begin("request", SpanKind.SERVER, propagator.extract(Context.root(), request, HEADERS));
        if (span.getSpanContext().isSampled()) {
            MDC.put(LogFields.TRACE, span.getSpanContext().getTraceId());
        }
    }

    @Override
    public void served(ServedRequest request) {
        end(span -> {
            span.updateName(
                    request.method() + request.route().map(route -> " " + route).orElse(""));
            span.setAttribute("http.request.method", request.method());
            request.route().ifPresent(route -> span.setAttribute("http.route", route));
            span.setAttribute("http.response.status_code", request.status());
            request.tenant().ifPresent(tenant -> span.setAttribute("nexum.tenant", tenant));
            if (request.status() >= 500) {
                span.setStatus(StatusCode.ERROR);
            }
        });
        MDC.remove(LogFields.TRACE);
    }

    @Override
    public void sent(String command, CommandContext context) {
        Span span =
                begin("command " + command, SpanKind.INTERNAL, Context.root().with(innermost()));
        span.setAttribute("nexum.command", command);
    }

    @Override
    public void answered(
            String command, CommandContext context, Ending ending, Optional<String> reason, Duration took) {
        end(span -> {
            span.setAttribute("nexum.outcome", Json.wireName(ending));
            reason.ifPresent(why -> span.setAttribute("nexum.refusal", why));
            if (ending == Ending.FAILED) {
                span.setStatus(StatusCode.ERROR);
            }
        });
    }

    private Span begin(String name, SpanKind kind, Context parent) {
        Span span = tracer.spanBuilder(name).setParent(parent).setSpanKind(kind).startSpan();
        open.get().push(span);
        return span;
    }

    private Span innermost() {
        Span innermost = open.get().peek();
        return innermost == null ? Span.getInvalid() : innermost;
    }

    private void end(Consumer<Span> describe) {
        Span ended = open.get().pop();
        describe.accept(ended);
        ended.end();
        if (open.get().isEmpty()) {
            open.remove();
        }
    }

    @Override
    public void submitted(TenantId tenant, EventKey first) {
        batches.submitted(tenant, first, innermost().getSpanContext());
    }

    @Override
    public void appended(TenantId tenant, long headPosition) {
        // What the batch held is told by worked.
    }

    @Override
    public void worked(TenantId tenant, int units, int events, Duration took, Supplier<List<EventKey>> firsts) {
        batches.appended(tenant, firsts.get(), events, took);
    }

    /** A {@link ReadModelListener}. */
    void shown(TenantId tenant, List<EventKey> events, Duration took) {
        batches.shown(tenant, events, took);
    }
}
