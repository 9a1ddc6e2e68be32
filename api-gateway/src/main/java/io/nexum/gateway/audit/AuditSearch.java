package io.nexum.gateway.audit;

import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Name;
import io.nexum.gateway.request.QueryParameters;
import io.nexum.gateway.request.WholeDay;
import io.nexum.kernel.audit.AuditQuery.Filter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;

/** The query parameters that events of the log are looked for by; all that are sent must hold. */
record AuditSearch(
        @Schema(description = "as in account or customer") Optional<@Size(max = 200) String> entityType,
        Optional<@Size(max = 200) String> entityId,

        @Name({"type", "event_type"}) @Schema(description = "the event's logical name, with or without its version")
        Optional<@Size(max = 200) String> type,

        @Schema(description = "who caused it") Optional<@Size(max = 200) String> user,

        @Schema(description = "recorded at or after; a date, or a date and time, UTC without a zone")
        Optional<Instant> since,

        @Schema(description = "recorded before; a date counts with its whole day") @ConvertedBy(WholeDay.class)
        Optional<Instant> until,

        @Schema(description = "what one request caused") Optional<@Size(max = 200) String> correlationId)
        implements QueryParameters {
    Filter filter() {
        return new Filter(entityType, entityId, type, user, correlationId, since, until);
    }
}
