package io.nexum.gateway.observability;

import io.nexum.gateway.http.LogFields;
import io.nexum.gateway.http.RequestListener;
import io.nexum.gateway.http.ServedRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes one line for each request: what was asked by the route's template, never by its path, and nothing of what the
 * request carried.
 */
final class RequestLog implements RequestListener {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    private final Level level;

    RequestLog(Level level) {
        this.level = level;
    }

    @Override
    public void served(ServedRequest request) {
        if (!LOG.isEnabledForLevel(level)) {
            return;
        }
        LoggingEventBuilder line = LOG.atLevel(level)
                .addKeyValue("method", request.method())
                .addKeyValue("route", request.route().orElse("none"))
                .addKeyValue("status", request.status())
                .addKeyValue("duration_ms", request.took().toNanos() / 1_000_000.0);
        if (request.tenant().isPresent()) {
            line = line.addKeyValue(LogFields.TENANT, request.tenant().get());
        }
        if (request.user().isPresent()) {
            line = line.addKeyValue(LogFields.USER, request.user().get());
        }
        line.log("request");
    }
}
