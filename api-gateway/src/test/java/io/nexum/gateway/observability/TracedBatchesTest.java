package io.nexum.gateway.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.EventKey;
import io.nexum.kernel.log.StreamId;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracedBatchesTest {
    private static final EventKey FIRST = new EventKey(new StreamId("account-1"), 7);
    private static final EventKey SECOND = new EventKey(new StreamId("account-2"), 0);
    private static final EventKey UNTRACED = new EventKey(new StreamId("account-3"), 0);

    private final List<SpanData> ended = new ArrayList<>();
    private final Tracer tracer = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(new SpanExporter() {
                @Override
                public CompletableResultCode export(Collection<SpanData> spans) {
                    ended.addAll(spans);
                    return CompletableResultCode.ofSuccess();
                }

                @Override
                public CompletableResultCode flush() {
                    return CompletableResultCode.ofSuccess();
                }

                @Override
                public CompletableResultCode shutdown() {
                    return CompletableResultCode.ofSuccess();
                }
            }))
            .build()
            .get("test");
    private final TracedBatches batches = new TracedBatches(tracer);

    private List<SpanData> named(String name) {
        return ended.stream().filter(span -> span.getName().equals(name)).toList();
    }

    @Test
    void commands_of_one_batch_have_it_in_their_own_traces_each_linked_to_the_first() {
        Span one = tracer.spanBuilder("one").startSpan();
        Span two = tracer.spanBuilder("two").startSpan();
        batches.submitted(TenantId.DEFAULT, FIRST, one.getSpanContext());
        batches.submitted(TenantId.DEFAULT, SECOND, two.getSpanContext());

        batches.appended(TenantId.DEFAULT, List.of(UNTRACED, FIRST, SECOND), 5, Duration.ofMillis(1));
        batches.shown(TenantId.DEFAULT, List.of(FIRST, UNTRACED, SECOND), Duration.ofMillis(1));

        for (String name : List.of("append batch", "projection batch")) {
            List<SpanData> spans = named(name);
            assertThat(spans)
                    .extracting(SpanData::getTraceId)
                    .containsExactly(
                            one.getSpanContext().getTraceId(),
                            two.getSpanContext().getTraceId());
            assertThat(spans.getFirst().getLinks()).isEmpty();
            assertThat(spans.getLast().getLinks())
                    .extracting(link -> link.getSpanContext().getSpanId())
                    .containsExactly(spans.getFirst().getSpanId());
        }
        assertThat(named("append queue")).hasSize(2);
    }

    @Test
    void another_tenant_s_event_of_the_same_name_has_no_part_in_it() {
        batches.submitted(
                TenantId.DEFAULT, FIRST, tracer.spanBuilder("one").startSpan().getSpanContext());

        batches.appended(new TenantId("other"), List.of(FIRST), 1, Duration.ofMillis(1));

        assertThat(ended).isEmpty();
    }
}
