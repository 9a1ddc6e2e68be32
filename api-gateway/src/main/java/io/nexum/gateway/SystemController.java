package io.nexum.gateway;

import io.nexum.command.CommandSide;
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
    private final CommandSide commands;
    private final Clock clock;

    SystemController(HealthCheck check, CommandSide commands, Clock clock) {
        this.check = check;
        this.commands = commands;
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

    /** @param checks {@code healthy} or {@code unhealthy} for each part that was looked at */
    record StateAnswer(String status, Map<String, String> checks) {}

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
        return answer(healthy, answer);
    }

    @OpenToAll
    @GetMapping("/health/live")
    @Operation(
            operationId = "health_live",
            summary = "See whether the program runs",
            description = "503 if its appender has died: then only a restart helps. The database is not asked.")
    ResponseEntity<StateAnswer> live() {
        boolean alive = commands.isAlive();
        return answer(alive, new StateAnswer(alive ? "alive" : "dead", Map.of("appender", word(alive))));
    }

    @OpenToAll
    @GetMapping("/health/ready")
    @Operation(
            operationId = "health_ready",
            summary = "See whether the program can take requests",
            description = "503 if the database doesn't answer, nothing is appended, or the read models of a tenant are"
                    + " further behind than NEXUM_READY_LAG_SECONDS.")
    ResponseEntity<StateAnswer> ready() {
        Health health = check.look();
        return answer(
                health.ready(),
                new StateAnswer(
                        health.ready() ? "ready" : "not_ready",
                        Map.of(
                                "database", word(health.databaseAnswers()),
                                "appender", word(health.appenderAlive()),
                                "projections", word(health.projectionsKeepUp()))));
    }

    private static <T> ResponseEntity<T> answer(boolean well, T answer) {
        return ResponseEntity.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(answer);
    }

    private static String word(boolean well) {
        return well ? "healthy" : "unhealthy";
    }
}
