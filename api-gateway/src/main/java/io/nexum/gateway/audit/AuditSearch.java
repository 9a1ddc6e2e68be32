package io.nexum.gateway.audit;

import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Parameters;
import io.nexum.kernel.Text;
import io.nexum.kernel.audit.AuditQuery.Filter;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Optional;
import org.springframework.web.bind.annotation.BindParam;

/** The query parameters that events of the log are looked for by; all that are sent must hold. */
record AuditSearch(
        @BindParam("entity_type") @Parameter(name = "entity_type", description = "as in account or customer")
        Optional<String> entityType,

        @BindParam("entity_id") @Parameter(name = "entity_id")
        Optional<String> entityId,

        @Parameter(description = "the event's logical name, with or without its version")
        Optional<String> type,

        @BindParam("event_type") @Parameter(name = "event_type", description = "the same as type")
        Optional<String> eventType,

        @Parameter(description = "who caused it") Optional<String> user,

        @Parameter(description = "recorded at or after; a date, or a date and time, UTC without a zone")
        Optional<String> since,

        @Parameter(description = "recorded before; a date counts with its whole day")
        Optional<String> until,

        @BindParam("correlation_id") @Parameter(name = "correlation_id", description = "what one request caused")
        Optional<String> correlationId) {
    private static final int MAX_LENGTH = 200;

    Filter filter(Parameters in) {
        return new Filter(
                word(in, "entity_type", entityType),
                word(in, "entity_id", entityId),
                word(in, "type", type).or(() -> word(in, "event_type", eventType)),
                word(in, "user", user),
                word(in, "correlation_id", correlationId),
                in.read("since", since, Forms::instant),
                in.read("until", until, Forms::until));
    }

    private static Optional<String> word(Parameters in, String name, Optional<String> value) {
        return in.read(name, value, text -> Text.required(name, text, MAX_LENGTH));
    }
}
