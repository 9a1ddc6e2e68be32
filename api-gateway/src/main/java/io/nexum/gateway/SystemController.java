package io.nexum.gateway;

import io.nexum.gateway.HealthCheck.Health;
import io.nexum.gateway.access.OpenToAll;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the program says about itself to everybody. */
@RestController
@Tag(name = "System")
@SecurityRequirements
class SystemController {
    private final HealthCheck check;
    private final Clock clock;

    SystemController(HealthCheck check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    record Root(
            String name,
            String description,
            String version,
            String status,
            String docs,
            String openapi,
            String health) {}

    /**
     * @param status {@code healthy} or {@code unhealthy}
     * @param checks the same of each part
     * @param headPosition where the logs of all tenants end, added up
     * @param projectedPosition how far the read models are
     */
    record HealthAnswer(
            String status,
            Instant timestamp,
            String version,
            Map<String, String> checks,
            long headPosition,
            long projectedPosition,
            long lag) {}

    @OpenToAll
    @GetMapping("/")
    @Operation(operationId = "root", summary = "See what this is and where to look next")
    Root root() {
        return new Root(
                "Nexum",
                "A core banking backend whose books are its events",
                Version.NAME,
                "operational",
                "/docs",
                "/openapi.json",
                "/health");
    }

    @OpenToAll
    @GetMapping("/health")
    @Operation(operationId = "health", summary = "See whether the database answers and the read models keep up")
    ResponseEntity<HealthAnswer> health() {
        Health health = check.look();
        boolean healthy = health.databaseAnswers();
        HealthAnswer answer = new HealthAnswer(
                word(healthy),
                clock.instant(),
                Version.NAME,
                Map.of(
                        "database",
                        word(health.databaseAnswers()),
                        "projections",
                        health.lag() == 0 ? "level" : "behind"),
                health.head(),
                health.projected(),
                health.lag());
        return ResponseEntity.status(healthy ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(answer);
    }

    private static String word(boolean well) {
        return well ? "healthy" : "unhealthy";
    }
}
