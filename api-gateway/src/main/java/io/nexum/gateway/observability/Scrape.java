package io.nexum.gateway.observability;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.nexum.query.QuerySide;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** All metrics as Prometheus reads them. What is asked of the database is asked anew once a second at most. */
final class Scrape {
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Logger LOG = LoggerFactory.getLogger(Scrape.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final PrometheusMeterRegistry registry;
    private final Metrics metrics;
    private final QuerySide queries;
    private long lastLook = System.nanoTime() - FRESH.toNanos();

    Scrape(PrometheusMeterRegistry registry, Metrics metrics, QuerySide queries) {
        this.registry = registry;
        this.metrics = metrics;
        this.queries = queries;
    }

    synchronized String text() {
        if (System.nanoTime() - lastLook >= FRESH.toNanos()) {
            lastLook = System.nanoTime();
            try {
                metrics.levels(queries.levels());
            } catch (DataAccessException e) {
                LOG.warn("The database doesn't say how far the read models are: {}", e.getMessage());
            }
        }
        return registry.scrape(MEDIA_TYPE);
    }
}
