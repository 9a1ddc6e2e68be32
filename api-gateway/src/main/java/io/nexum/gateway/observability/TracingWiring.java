package io.nexum.gateway.observability;

import io.nexum.gateway.settings.Settings;
import io.nexum.query.ReadModelListener;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** How traces come to a collector. Without one nothing of this is there. */
@Configuration(proxyBeanMethods = false)
class TracingWiring {
    private static final int MOST_SPANS_WAITING = 8_192;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_EXPORT = Duration.ofSeconds(5);

    /** Whether the operator names a collector. */
    static final class CollectorNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getBeanFactory() != null
                    && context.getBeanFactory()
                            .getBean(Settings.class)
                            .observability()
                            .traceCollector()
                            .isPresent();
        }
    }

    /** Spans wait in a bounded queue; those that find no place in it are dropped. */
    @Bean(destroyMethod = "close")
    @Conditional(CollectorNamed.class)
    static SdkTracerProvider tracerProvider(Settings settings) {
        URI collector = settings.observability().traceCollector().orElseThrow();
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(collector.toString())
                .setTimeout(LONGEST_EXPORT)
                .setConnectTimeout(LONGEST_EXPORT)
                .setRetryPolicy(null)
                .build();
        return SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "nexum"))))
                .setSampler(Sampler.parentBased(
                        Sampler.traceIdRatioBased(settings.observability().traceRatio())))
                .addSpanProcessor(BatchSpanProcessor.builder(new WatchedExporter(exporter, collector))
                        .setMaxQueueSize(MOST_SPANS_WAITING)
                        .setScheduleDelay(PAUSE)
                        .setExporterTimeout(LONGEST_EXPORT)
                        .build())
                .build();
    }

    @Bean
    @Conditional(CollectorNamed.class)
    static Tracing tracing(SdkTracerProvider provider) {
        return new Tracing(provider.get("io.nexum"), W3CTraceContextPropagator.getInstance());
    }

    @Bean
    static ReadModelListener readModelListener(ObjectProvider<Tracing> tracing) {
        Tracing listener = tracing.getIfAvailable();
        return listener == null ? ReadModelListener.NOBODY : listener::shown;
    }
}
