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
import java.util.Arrays;
import java.util.HashSet;
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
 * append is made under the lock, which is how several processes on one database take turns.
 */
final class TenantLog {
    private static final Logger LOG = LoggerFactory.getLogger(TenantLog.class);
    private static final int STREAMS_REMEMBERED = 200_000;
    private static final int MOST_FOREIGN_EVENTS = 50_000;
    private static final int MOST_FAILURES = 3;

    private final TenantId tenant;
    private final DataSource dataSource;
    private final StreamsChanged streamsChanged;
    private final LogListener listener;
    private final UnknownOutcome unknownOutcome;
    private final StreamVersions versions = new StreamVersions(STREAMS_REMEMBERED);
    private final HashChain chain = new HashChain();
    private @Nullable ChainHead head;

    /** An append that failed and was not there when that was looked up. */
    private @Nullable AppendBatch inDoubt;

    TenantLog(TenantId tenant, DataSource dataSource, StreamsChanged streamsChanged, LogListener listener) {
        this.tenant = tenant;
        this.dataSource = dataSource;
        this.streamsChanged = streamsChanged;
        this.listener = listener;
        this.unknownOutcome = new UnknownOutcome(tenant, dataSource);
    }

    /** Appends the units that fit and completes every one of them. */
    void append(List<AppendUnit> units) {
        List<AppendUnit> open = new ArrayList<>(units);
        // Each try settles or rejects a unit, or fails; a few failures may pass.
        int triesLeft = units.size() + MOST_FAILURES;
        try {
            while (!open.isEmpty() && triesLeft > 0) {
                try (Connection connection = dataSource.getConnection()) {
                    boolean usable = true;
                    while (usable && !open.isEmpty() && triesLeft-- > 0) {
                        usable = appendOnce(connection, open);
                    }
                }
            }
            refuse(open, "the event store fails; send the command again with the same idempotency key");
        } catch (SQLException e) {
            LOG.warn("the event store can't be reached", e);
            refuse(open, "the event store can't be reached; nothing was written, send the command again");
        } catch (RefusedException e) {
            refuse(open, e.refusal().detail());
        }
    }

    /**
     * Appends what fits of the open units, and takes those that are settled out of the list.
     *
     * @return whether the connection can be used again
     */
    private boolean appendOnce(Connection connection, List<AppendUnit> open) throws SQLException {
        ChainHead from = head == null ? LogFacts.head(connection, tenant, false) : head;
        head = from;
        learnVersions(connection, open);
        AppendBatch batch = batch(from, open);
        if (batch.isEmpty()) {
            return true;
        }
        try {
            Optional<AppendBatch> appended =
                    LogWriter.append(connection, batch) ? Optional.of(batch) : appendUnderLock(connection, open);
            appended.ifPresent(done -> settle(done, open));
            return true;
        } catch (SQLException e) {
            if (SqlStates.isUniqueViolation(e)) {
                // The statement failed as a whole: nothing was written.
                rejectTaken(connection, open);
                return true;
            }
            LOG.warn("an append failed, looking up what became of it", e);
            head = null;
            inDoubt = batch;
            if (unknownOutcome.wasAppended(batch)) {
                settle(batch, open);
            }
            return false;
        }
    }

    private AppendBatch batch(ChainHead from, List<AppendUnit> open) {
        Set<AppendUnit> rejected = new HashSet<>();
        AppendBatch batch = AppendBatch.of(tenant, from, open, versions, chain, (unit, reason) -> {
            rejected.add(unit);
            reject(unit, reason);
        });
        open.removeAll(rejected);
        return batch;
    }

    private void learnVersions(Connection connection, List<AppendUnit> open) throws SQLException {
        Set<StreamId> unknown = new HashSet<>();
        for (AppendUnit unit : open) {
            for (NewEvent event : unit.events()) {
                if (event.sequence() > 0 && versions.of(event.stream()) == null) {
                    unknown.add(event.stream());
                }
            }
        }
        if (!unknown.isEmpty()) {
            LogFacts.lastSequences(connection, tenant, unknown).forEach(versions::put);
        }
    }

    /** Another process has appended: with the head row locked nobody else can, until this append is made. */
    private Optional<AppendBatch> appendUnderLock(Connection connection, List<AppendUnit> open) throws SQLException {
        connection.setAutoCommit(false);
        try {
            ChainHead now = LogFacts.head(connection, tenant, true);
            if (inDoubt != null && isThere(connection, inDoubt)) {
                // It was still on its way when its outcome was looked up.
                return Optional.of(inDoubt);
            }
            forgetForeignStreams(connection, head == null ? 0 : head.position());
            head = now;
            learnVersions(connection, open);
            AppendBatch batch = batch(now, open);
            boolean written = !batch.isEmpty() && LogWriter.append(connection, batch);
            connection.commit();
            return written ? Optional.of(batch) : Optional.empty();
        } finally {
            rollbackQuietly(connection);
        }
    }

    private boolean isThere(Connection connection, AppendBatch batch) throws SQLException {
        return LogFacts.hashAt(connection, tenant, batch.end().position())
                .filter(hash -> Arrays.equals(hash, batch.end().hash()))
                .isPresent();
    }

    private void forgetForeignStreams(Connection connection, long after) throws SQLException {
        Set<StreamId> foreign = LogFacts.streamsAfter(connection, tenant, after, MOST_FOREIGN_EVENTS + 1);
        // Which of them were ours doesn't matter: a state that is thrown away is read again.
        if (foreign.size() > MOST_FOREIGN_EVENTS) {
            versions.forget();
            streamsChanged.evictAll(tenant);
        } else {
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
        for (AppendUnit unit : List.copyOf(open)) {
            reasonIfTaken(unit, taken, answered).ifPresent(reason -> {
                open.remove(unit);
                reject(unit, reason);
            });
        }
        Set<StreamId> streams = new HashSet<>();
        open.forEach(unit -> unit.events().forEach(event -> streams.add(event.stream())));
        LogFacts.lastSequences(connection, tenant, streams).forEach(versions::put);
        head = null;
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
            if (taken.contains(claim.kind() + '\n' + claim.value())) {
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

    private void reject(AppendUnit unit, RuntimeException reason) {
        streamsChanged.evict(
                tenant, unit.events().stream().map(NewEvent::stream).toList());
        unit.done().completeExceptionally(reason);
    }

    private void refuse(List<AppendUnit> open, String detail) {
        if (open.isEmpty()) {
            return;
        }
        head = null;
        open.forEach(unit -> reject(unit, new RefusedException(new Refusals.StoreUnavailable(detail))));
        versions.forget();
        open.clear();
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
