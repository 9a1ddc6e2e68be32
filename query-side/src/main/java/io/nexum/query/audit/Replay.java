package io.nexum.query.audit;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountEvent.AccountOpened;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountQuery.AccountView;
import io.nexum.kernel.audit.AuditQuery.PointInLog;
import io.nexum.kernel.audit.AuditQuery.ReplayAccount;
import io.nexum.kernel.audit.AuditQuery.ReplayTrialBalance;
import io.nexum.kernel.audit.AuditQuery.Replayed;
import io.nexum.kernel.ledger.GlAccount;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.LedgerEvent.GlAccountOpened;
import io.nexum.kernel.ledger.LedgerQuery.TrialBalance;
import io.nexum.kernel.ledger.Posting;
import io.nexum.kernel.ledger.Side;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.store.Stores;
import io.nexum.query.ledger.TrialBalanceSums;
import io.nexum.query.log.EventReader;
import io.nexum.query.log.LogReader;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.ReadDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells states of the past from the events alone; no projection has a part in it. */
final class Replay {
    private final Stores stores;
    private final ReadDatabase database;
    private final EventReader events;

    Replay(Stores stores, ReadDatabase database, EventReader events) {
        this.events = events;
        this.stores = stores;
        this.database = database;
    }

    private record Point(long position, Optional<Instant> recordedAt) {}

    Replayed<AccountView> account(ReplayAccount query, TenantId tenant) {
        Point point = resolve(query.point(), tenant);
        AccountId id = query.account();
        Fold fold = new Fold();
        read(
                tenant,
                connection ->
                        LogReader.readStream(connection, tenant, StreamId.of("account", id), point.position(), row -> {
                            LoggedEvent logged = events.event(row);
                            fold.next((AccountEvent) logged.event(), logged.recordedAt());
                        }));
        AccountHistory account = fold.account;
        if (account == null) {
            throw new RefusedException(new Refusals.NotFound("account", id + " at position " + point.position()));
        }
        Instant at = query.point().at().or(point::recordedAt).orElse(Instant.MAX);
        return new Replayed<>(point.position(), point.recordedAt(), account.viewAt(at));
    }

    private static final class Fold {
        private @Nullable AccountHistory account;

        private void next(AccountEvent event, Instant at) {
            if (account != null) {
                account.next(event, at);
            } else if (event instanceof AccountOpened opened) {
                account = new AccountHistory(opened, at);
            } else {
                throw new IllegalStateException("account " + event.account() + " begins with " + event);
            }
        }
    }

    Replayed<TrialBalance> trialBalance(ReplayTrialBalance query, TenantId tenant) {
        Point point = resolve(query.point(), tenant);
        TrialBalanceSums sums = new TrialBalanceSums();
        Map<GlCode, GlAccount> chart = new HashMap<>();
        read(
                tenant,
                connection -> LogReader.read(connection, tenant, 0, point.position(), Long.MAX_VALUE, row -> {
                    DomainEvent event = events.event(row).event();
                    if (event instanceof GlAccountOpened opened) {
                        chart.put(opened.account().code(), opened.account());
                    } else if (event instanceof Posting posting) {
                        posting.lines().forEach(line -> add(line, sums));
                    }
                }));
        return new Replayed<>(
                point.position(), point.recordedAt(), sums.toTrialBalance(point.position(), Optional.empty(), chart));
    }

    private static void add(JournalLine line, TrialBalanceSums sums) {
        BigDecimal amount = line.amount().amount();
        boolean debit = line.side() == Side.DEBIT;
        sums.add(
                line.account(),
                line.amount().currency(),
                debit ? amount : BigDecimal.ZERO,
                debit ? BigDecimal.ZERO : amount);
    }

    /** The last position that is neither after the one asked for nor recorded after the instant asked for. */
    private Point resolve(PointInLog point, TenantId tenant) {
        point.position().filter(position -> position < 0).ifPresent(position -> {
            throw new RefusedException(new Refusals.InvalidValue("position", "positions start at 1"));
        });
        return database.of(tenant)
                .sql("""
                        SELECT position, recorded_at
                        FROM event
                        WHERE tenant = :tenant AND position <= :position AND recorded_at <= :at
                        ORDER BY position DESC
                        LIMIT 1
                        """)
                .param("tenant", tenant.value())
                .param("position", point.position().orElse(Long.MAX_VALUE))
                .param("at", Columns.parameter(point.at().orElse(END_OF_TIME)))
                .query((row, number) -> new Point(
                        row.getLong("position"), Optional.of(Columns.of(row).instant("recorded_at"))))
                .optional()
                .orElse(new Point(0, Optional.empty()));
    }

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    @FunctionalInterface
    private interface Reading {
        void on(Connection connection) throws SQLException;
    }

    private void read(TenantId tenant, Reading reading) {
        try (Connection connection = stores.of(tenant).getConnection()) {
            reading.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the log could not be read: " + e.getMessage(), e);
        }
    }
}
