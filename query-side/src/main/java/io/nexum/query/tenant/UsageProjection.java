package io.nexum.query.tenant;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountEvent.AccountClosed;
import io.nexum.kernel.account.AccountEvent.AccountOpened;
import io.nexum.kernel.tenant.Metered;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeMap;

/** The table {@code usage_day}: what a tenant did on each UTC day, for its quotas and its bill. */
public final class UsageProjection implements Projection {
    private static final String ADD = """
            INSERT INTO usage_day AS u (tenant, day, transactions, accounts_opened, accounts_closed, bytes, last_at)
            SELECT * FROM :rows
            ON CONFLICT (tenant, day) DO UPDATE
            SET transactions = u.transactions + EXCLUDED.transactions,
                accounts_opened = u.accounts_opened + EXCLUDED.accounts_opened,
                accounts_closed = u.accounts_closed + EXCLUDED.accounts_closed,
                bytes = u.bytes + EXCLUDED.bytes,
                last_at = EXCLUDED.last_at
            """;

    private final TenantId tenant;
    private final TreeMap<LocalDate, Day> days = new TreeMap<>();

    public UsageProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        days.computeIfAbsent(LocalDate.ofInstant(logged.recordedAt(), ZoneOffset.UTC), day -> new Day())
                .add(logged);
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UnnestRows rows = new UnnestRows("text", "date", "bigint", "bigint", "bigint", "bigint", "timestamptz");
        days.forEach((day, used) ->
                rows.add(tenant, day, used.transactions, used.opened, used.closed, used.bytes, used.lastAt));
        rows.write(connection, ADD);
    }

    private static final class Day {
        private long transactions;
        private long opened;
        private long closed;
        private long bytes;
        private Instant lastAt = Instant.EPOCH;

        private void add(LoggedEvent logged) {
            transactions += Metered.transactions(logged.event());
            opened += logged.event() instanceof AccountOpened ? 1 : 0;
            closed += logged.event() instanceof AccountClosed ? 1 : 0;
            bytes += logged.row().payload().length + logged.row().metadata().length;
            lastAt = logged.recordedAt();
        }
    }
}
