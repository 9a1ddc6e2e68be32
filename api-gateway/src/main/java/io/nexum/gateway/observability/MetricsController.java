package io.nexum.gateway.observability;

import io.nexum.gateway.access.Needs;
import io.nexum.kernel.access.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a monitoring system reads. */
@RestController
@Tag(name = "System")
class MetricsController {
    private final Scrape scrape;

    MetricsController(Scrape scrape) {
        this.scrape = scrape;
    }

    @Needs(Permission.SYSTEM_CONFIG)
    @GetMapping(path = "/metrics", produces = Scrape.MEDIA_TYPE)
    @Operation(
            operationId = "metrics",
            summary = "Read the program's metrics in the text format of Prometheus",
            description = "With NEXUM_METRICS_OPEN=true no token is asked for.")
    String metrics() {
        return scrape.text();
    }
}
