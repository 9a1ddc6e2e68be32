package io.nexum.kernel.audit;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Query;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountQuery.AccountView;
import io.nexum.kernel.ledger.LedgerQuery.TrialBalance;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What an auditor can ask of the log itself, and the shapes of the answers. */
public sealed interface AuditQuery<R> extends Query<R> {
    /** The newest first. */
    record FindAuditEvents(Filter filter, PageRequest page) implements AuditQuery<Page<AuditEvent>> {}

    /** Recomputes the hash chain from one position through another; the whole log if both are absent. */
    record VerifyIntegrity(Optional<Long> from, Optional<Long> to) implements AuditQuery<IntegrityReport> {}

    /** An account as it was after a point of the log, told from its events alone. */
    record ReplayAccount(AccountId account, PointInLog point) implements AuditQuery<Replayed<AccountView>> {}

    /** The trial balance as it was after a point of the log, told from the events alone. */
    record ReplayTrialBalance(PointInLog point) implements AuditQuery<Replayed<TrialBalance>> {}

    /**
     * All that is present must hold.
     *
     * @param entityType as in {@code account}
     * @param type the logical name, with or without the version
     * @param since recorded at or after
     * @param until recorded before
     */
    record Filter(
            Optional<String> entityType,
            Optional<String> entityId,
            Optional<String> type,
            Optional<String> user,
            Optional<String> correlationId,
            Optional<Instant> since,
            Optional<Instant> until) {}

    /** A point in the log: the newest if both are absent, the earlier one if both are there. */
    record PointInLog(Optional<Long> position, Optional<Instant> at) {}

    /**
     * @param data the event's own fields
     * @param hash in hexadecimal
     */
    record AuditEvent(
            long position,
            UUID eventId,
            String entityType,
            String entityId,
            long sequence,
            String type,
            Instant recordedAt,
            String user,
            String correlationId,
            String command,
            Map<String, Object> data,
            String hash) {
        public AuditEvent withData(Map<String, Object> other) {
            return new AuditEvent(
                    position,
                    eventId,
                    entityType,
                    entityId,
                    sequence,
                    type,
                    recordedAt,
                    user,
                    correlationId,
                    command,
                    other,
                    hash);
        }
    }

    /**
     * @param from the first position checked
     * @param to the last position checked
     * @param head the log's last position by its head row
     * @param headHash the hash noted there, in hexadecimal; note it elsewhere to find a truncated log later
     * @param firstBadPosition where the chain first breaks
     * @param problem what is wrong there
     */
    record IntegrityReport(
            boolean valid,
            long from,
            long to,
            long eventsChecked,
            long head,
            String headHash,
            Optional<Long> firstBadPosition,
            Optional<String> problem) {}

    /** @param recordedAt when the last event that counts was recorded */
    record Replayed<T>(long position, Optional<Instant> recordedAt, T state) {}
}
