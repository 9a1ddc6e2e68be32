package io.nexum.command.store;

import io.nexum.command.Claim;
import io.nexum.command.store.AppendRejected.AlreadyAnswered;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.HashChain;
import io.nexum.kernel.log.LogListener;
import io.nexum.kernel.log.StreamId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One tenant's end of the log, as the appender's thread keeps it.
 *
 * <p>An append assumes that the log still ends where it did after the last one. If another process has appended since,
 * nothing is written; then the head row is locked, what others did is looked up, the units are checked anew and the
 * append is made under the lock, which is how several processes on one database take turns. Units that the others have
 * outdated are decided anew while the lock is held, or the process that has the newest states would win every time.
 */
final class TenantLog {
    private static final Logger LOG = LoggerFactory.getLogger(TenantLog.class);
    private static final int STREAMS_REMEMBERED = 200_000;
    private static final int MOST_FOREIGN_EVENTS = 50_000;
    /** How often in a row nothing of a batch may come to an end. */
    private static final int MOST_FAILURES = 5;

    private final TenantId tenant;
    private final DataSource dataSource;
    private final StreamsChanged streamsChanged;
    private final LogListener listener;
    private final Latecomers latecomers;
    private final UnknownOutcome unknownOutcome;
    private final StreamVersions versions = new StreamVersions(STREAMS_REMEMBERED);
    private final HashChain chain = new HashChain();

    /** Where the log ended when it was last looked at: what is known in memory is right up to here. */
    private @Nullable ChainHead head;

    /** The append that was tried last, as long as it can still turn out to be there. */
    private @Nullable AppendBatch inDoubt;

    TenantLog(
            TenantId tenant,
            DataSource dataSource,
            StreamsChanged streamsChanged,
            LogListener listener,
            Latecomers latecomers) {
        this.tenant = tenant;
        this.dataSource = dataSource;
        this.streamsChanged = streamsChanged;
        this.listener = listener;
        this.latecomers = latecomers;
        this.unknownOutcome = new UnknownOutcome(tenant, dataSource);
    }

    /** Appends the units that fit and completes every one of them. */
    void append(List<AppendUnit> units) {
        List<AppendUnit> open = new ArrayList<>(units);
        try {
            appendTogether(open);
            if (open.size() == 1) {
                rejectAll(open, new IllegalStateException("the database can't store what was decided"));
            } else if (!open.isEmpty()) {
                // One of them can't be stored, and must not keep its neighbours from it.
                int half = open.size() / 2;
                append(open.subList(0, half));
                append(open.subList(half, open.size()));
            }
        } catch (SQLException e) {
            LOG.warn("the event store can't be reached", e);
            refuse(open, "the event store can't be reached; nothing was written, send the command again");
        } catch (RefusedException e) {
            refuse(open, e.refusal().detail());
        }
    }

    /** Leaves open what the database, which is there, won't store. */
    private void appendTogether(List<AppendUnit> open) throws SQLException {
        int failures = 0;
        After after = After.GO_ON;
        while (!open.isEmpty() && after != After.GIVE_UP) {
            try (Connection connection = dataSource.getConnection()) {
                do {
                    int before = open.size();
                    after = appendOnce(connection, open);
                    failures = open.size() < before ? 0 : failures + 1;
                } while (after == After.GO_ON && !open.isEmpty() && failures < MOST_FAILURES);
            }
            if (failures == MOST_FAILURES) {
                refuse(open, "the event store fails; send the command again with the same idempotency key");
            }
        }
    }

    private enum After {
        GO_ON,
        RECONNECT,
        GIVE_UP
    }

    /** Appends what fits of the open units, and takes those that are settled out of the list. */
    private After appendOnce(Connection connection, List<AppendUnit> open) throws SQLException {
        ChainHead from = head == null ? LogFacts.head(connection, tenant, false) : head;
        head = from;
        try {
            Map<AppendUnit, RuntimeException> conflicts = new LinkedHashMap<>();
            AppendBatch batch = batch(connection, from, open, conflicts);
            if (!conflicts.isEmpty()
                    && !LogFacts.head(connection, tenant, false).is(from)) {
                // They may have seen more of the log than is known here.
                appendUnderLock(connection, from, open);
                return After.GO_ON;
            }
            reject(conflicts, open);
            if (!batch.isEmpty() && write(connection, batch)) {
                settle(batch, open);
            } else if (!batch.isEmpty()) {
                appendUnderLock(connection, from, open);
            }
            return After.GO_ON;
        } catch (SQLException e) {
            if (SqlStates.isUniqueViolation(e)) {
                // The statement failed as a whole: nothing was written.
                rejectTaken(connection, open);
                return After.GO_ON;
            }
            if (SqlStates.isRefused(e)) {
                LOG.error("the database won't store one of {} units: {}", open.size(), e.getMessage());
                return After.GIVE_UP;
            }
            LOG.warn("an append failed, looking up what became of it", e);
            if (inDoubt != null && unknownOutcome.wasAppended(inDoubt)) {
                settle(inDoubt, open);
            }
            return After.RECONNECT;
        }
    }

    private boolean write(Connection connection, AppendBatch batch) throws SQLException {
        inDoubt = batch;
        return LogWriter.append(connection, batch);
    }

    private AppendBatch batch(
            Connection connection, ChainHead from, List<AppendUnit> open, Map<AppendUnit, RuntimeException> conflicts)
            throws SQLException {
        learnVersions(connection, open);
        return AppendBatch.of(tenant, from, open, versions, chain, conflicts::put);
    }

    private void learnVersions(Connection connection, List<AppendUnit> open) throws SQLException {
        Set<StreamId> unknown = new HashSet<>();
        for (AppendUnit unit : open) {
            for (StreamId stream : unit.seen().keySet()) {
                if (versions.of(stream) == null && !unit.starts(stream)) {
                    unknown.add(stream);
                }
            }
        }
        if (!unknown.isEmpty()) {
            LogFacts.lastSequences(connection, tenant, unknown).forEach(versions::put);
        }
    }

    /** Another process has appended: with the head row locked nobody else can, until this append is made. */
    private void appendUnderLock(Connection connection, ChainHead lookedAt, List<AppendUnit> open) throws SQLException {
        connection.setAutoCommit(false);
        try {
            ChainHead now = LogFacts.head(connection, tenant, true);
            if (inDoubt != null && UnknownOutcome.isThere(connection, inDoubt)) {
                // It was still on its way when its outcome was looked up.
                settle(inDoubt, open);
                return;
            }
            inDoubt = null;
            forgetForeignStreams(connection, lookedAt, now);
            head = now;
            Map<AppendUnit, RuntimeException> conflicts = new LinkedHashMap<>();
            AppendBatch batch = batch(connection, now, open, conflicts);
            if (!conflicts.isEmpty()) {
                reject(conflicts, open);
                open.addAll(latecomers.await(tenant, conflicts.size()));
                conflicts.clear();
                batch = batch(connection, now, open, conflicts);
                reject(conflicts, open);
            }
            if (!batch.isEmpty()) {
                write(connection, batch);
                connection.commit();
                settle(batch, open);
            }
        } finally {
            rollbackQuietly(connection);
        }
    }

    private void forgetForeignStreams(Connection connection, ChainHead lookedAt, ChainHead now) throws SQLException {
        // Which of them were ours doesn't matter: a state that is thrown away is read again.
        if (now.position() - lookedAt.position() > MOST_FOREIGN_EVENTS) {
            versions.forget();
            streamsChanged.evictAll(tenant);
        } else {
            Set<StreamId> foreign = LogFacts.streamsAfter(connection, tenant, lookedAt.position());
            LogFacts.lastSequences(connection, tenant, foreign).forEach(versions::put);
            streamsChanged.evict(tenant, foreign);
        }
    }

    /** Rejects each open unit that wants what somebody has; the others are tried again. */
    private void rejectTaken(Connection connection, List<AppendUnit> open) throws SQLException {
        List<Claim> claims =
                open.stream().flatMap(unit -> unit.claims().stream()).toList();
        Set<String> taken = LogFacts.takenClaims(connection, tenant, claims);
        List<String> keys = open.stream()
                .flatMap(unit -> unit.answers().stream())
                .map(StoredAnswer::key)
                .toList();
        Map<String, StoredAnswer> answered = LogFacts.answers(connection, tenant, keys);
        Map<AppendUnit, RuntimeException> rejected = new LinkedHashMap<>();
        for (AppendUnit unit : open) {
            reasonIfTaken(unit, taken, answered).ifPresent(reason -> rejected.put(unit, reason));
        }
        reject(rejected, open);
        Set<StreamId> streams = new HashSet<>();
        open.forEach(unit -> streams.addAll(unit.seen().keySet()));
        LogFacts.lastSequences(connection, tenant, streams).forEach(versions::put);
    }

    private static Optional<RuntimeException> reasonIfTaken(
            AppendUnit unit, Set<String> taken, Map<String, StoredAnswer> answered) {
        // An answer that is there already outranks a claim: then the whole command is a repetition.
        for (StoredAnswer answer : unit.answers()) {
            if (answered.containsKey(answer.key())) {
                return Optional.of(new AlreadyAnswered(answer.key()));
            }
        }
        for (Claim claim : unit.claims()) {
            if (taken.contains(LogFacts.key(claim))) {
                return Optional.of(new RefusedException(claim.ifTaken()));
            }
        }
        return Optional.empty();
    }

    private void settle(AppendBatch batch, List<AppendUnit> open) {
        head = batch.end();
        inDoubt = null;
        batch.newVersions().forEach(versions::put);
        open.removeAll(new HashSet<>(batch.units()));
        batch.units().forEach(unit -> unit.done().complete(null));
        listener.appended(tenant, batch.end().position());
    }

    /** Evicts everything before it wakes anyone: what is loaded anew is not to be evicted again. */
    private void reject(Map<AppendUnit, RuntimeException> rejected, List<AppendUnit> open) {
        open.removeAll(rejected.keySet());
        rejected.keySet()
                .forEach(unit -> streamsChanged.evict(tenant, unit.seen().keySet()));
        rejected.forEach((unit, reason) -> unit.done().completeExceptionally(reason));
    }

    private void refuse(List<AppendUnit> open, String detail) {
        rejectAll(open, new RefusedException(new Refusals.StoreUnavailable(detail)));
    }

    private void rejectAll(List<AppendUnit> open, RuntimeException reason) {
        Map<AppendUnit, RuntimeException> all = new LinkedHashMap<>();
        open.forEach(unit -> all.put(unit, reason));
        reject(all, open);
    }

    private static void rollbackQuietly(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            LOG.debug("a broken connection can't be rolled back", e);
        }
    }
}
