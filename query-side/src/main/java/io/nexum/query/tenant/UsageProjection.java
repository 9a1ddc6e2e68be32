package io.nexum.query.tenant;

import static io.nexum.query.readmodel.ColumnType.BIGINT;
import static io.nexum.query.readmodel.ColumnType.DATE;
import static io.nexum.query.readmodel.ColumnType.TIMESTAMPTZ;

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
        UnnestRows rows = new UnnestRows("usage_day", tenant);
        days.forEach((day, used) -> rows.row()
                .key("day", DATE, day)
                .plus("transactions", BIGINT, used.transactions)
                .plus("accounts_opened", BIGINT, used.opened)
                .plus("accounts_closed", BIGINT, used.closed)
                .plus("bytes", BIGINT, used.bytes)
                .set("last_at", TIMESTAMPTZ, used.lastAt));
        rows.upsert(connection);
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
