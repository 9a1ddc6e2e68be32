package io.nexum.gateway.observability;

import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.nexum.command.CommandSide;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.settings.Settings;
import io.nexum.kernel.Commands;
import io.nexum.query.QuerySide;
import java.util.List;
import java.util.function.ToIntFunction;
import org.slf4j.event.Level;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;

/** How what the program tells of itself hangs together. */
@Configuration(proxyBeanMethods = false)
class ObservabilityWiring {
    @Bean
    static PrometheusMeterRegistry meterRegistry(Database database) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        connections(registry, database, "active", HikariPoolMXBean::getActiveConnections);
        connections(registry, database, "idle", HikariPoolMXBean::getIdleConnections);
        connections(registry, database, "awaited", HikariPoolMXBean::getThreadsAwaitingConnection);
        return registry;
    }

    private static void connections(
            MeterRegistry registry, Database database, String state, ToIntFunction<HikariPoolMXBean> count) {
        Gauge.builder("nexum.database.connections", database, pools -> pools.connections(count))
                .description("connections to the database that serve, are free, or are waited for")
                .tag("state", state)
                .register(registry);
    }

    @Bean
    static JvmGcMetrics garbageCollection(MeterRegistry registry) {
        JvmGcMetrics metrics = new JvmGcMetrics();
        metrics.bindTo(registry);
        return metrics;
    }

    @Bean
    static Metrics metrics(MeterRegistry registry) {
        return new Metrics(registry);
    }

    @Bean
    static RequestLog requestLog(Settings settings) {
        return new RequestLog(settings.observability().jsonLog() ? Level.INFO : Level.DEBUG);
    }

    /** What the routes send commands to. */
    @Bean
    @Primary
    static Commands commands(
            @Qualifier("meteredCommands") Commands metered,
            CommandSide commandSide,
            Metrics metrics,
            List<CommandListener> listeners) {
        metrics.queue(commandSide::queued);
        return new ObservedCommands(metered, listeners);
    }

    @Bean
    static Scrape scrape(PrometheusMeterRegistry registry, Metrics metrics, QuerySide queries) {
        return new Scrape(registry, metrics, queries);
    }

    @Bean
    static FilterRegistrationBean<OpenMetrics> openMetrics(Scrape scrape, Settings settings) {
        FilterRegistrationBean<OpenMetrics> registration = new FilterRegistrationBean<>(new OpenMetrics(scrape));
        registration.addUrlPatterns("/metrics");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        registration.setEnabled(settings.observability().metricsOpen());
        return registration;
    }
}
