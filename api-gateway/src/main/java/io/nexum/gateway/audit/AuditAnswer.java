package io.nexum.gateway.audit;

import io.nexum.gateway.privacy.Masking;
import io.nexum.kernel.Page;
import io.nexum.kernel.audit.AuditQuery.AuditEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An event of the log as auditors read it.
 *
 * @param id the same as {@code eventId}
 * @param eventType the same as {@code type}
 * @param userId the same as {@code user}
 * @param timestamp the same as {@code recordedAt}
 */
record AuditAnswer(
        long position,
        UUID eventId,
        UUID id,
        String entityType,
        String entityId,
        long sequence,
        String type,
        String eventType,
        Instant recordedAt,
        Instant timestamp,
        String user,
        String userId,
        String correlationId,
        String command,
        Map<String, Object> data,
        String hash) {
    static AuditAnswer of(AuditEvent event) {
        return new AuditAnswer(
                event.position(),
                event.eventId(),
                event.eventId(),
                event.entityType(),
                event.entityId(),
                event.sequence(),
                event.type(),
                event.type(),
                event.recordedAt(),
                event.recordedAt(),
                event.user(),
                event.user(),
                event.correlationId(),
                event.command(),
                Masking.eventData(event.type(), event.data()),
                event.hash());
    }

    record AuditEventList(List<AuditAnswer> events, long total, int skip, int limit) {
        static AuditEventList of(Page<AuditEvent> page) {
            return new AuditEventList(
                    page.items().stream().map(AuditAnswer::of).toList(), page.total(), page.skip(), page.limit());
        }
    }
}
