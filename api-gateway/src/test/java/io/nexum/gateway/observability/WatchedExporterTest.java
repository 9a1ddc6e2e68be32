package io.nexum.gateway.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class WatchedExporterTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(WatchedExporter.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
    }

    @Test
    void a_collector_that_is_away_is_told_once_and_once_when_it_is_back() throws IOException {
        URI away;
        try (Collector collector = new Collector(0)) {
            away = collector.endpoint();
        }
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(away.toString())
                .setRetryPolicy(null)
                .build();
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(BatchSpanProcessor.builder(new WatchedExporter(exporter, away))
                        .build())
                .build()) {
            for (int i = 0; i < 3; i++) {
                send(provider);
            }
            assertThat(lines.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .singleElement()
                    .asString()
                    .contains("takes no traces");

            try (Collector back = new Collector(away.getPort())) {
                await().untilAsserted(() -> {
                    send(provider);
                    assertThat(back.spans()).isNotEmpty();
                });
                send(provider);
            }
        }

        assertThat(lines.list).hasSize(2);
        assertThat(lines.list.getLast().getFormattedMessage()).contains("takes traces again");
    }

    private static void send(SdkTracerProvider provider) {
        provider.get("test").spanBuilder("span").startSpan().end();
        provider.forceFlush().join(10, TimeUnit.SECONDS);
    }
}
