package io.nexum.query.day;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.day.DayEvent.BusinessDateMoved;
import io.nexum.kernel.day.DayEvent.BusinessDateOpened;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** The table {@code bank_day}: the date of a bank that closes days. */
public final class BankDayProjection implements Projection {
    private static final String UPSERT = """
            INSERT INTO bank_day (tenant, date)
            SELECT * FROM :rows
            ON CONFLICT (tenant) DO UPDATE SET date = EXCLUDED.date
            """;

    private final TenantId tenant;
    private Optional<LocalDate> last = Optional.empty();

    public BankDayProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    /** The date that an event sets, if it sets one. */
    public static Optional<LocalDate> dateOf(LoggedEvent logged) {
        return switch (logged.event()) {
            case BusinessDateOpened opened -> Optional.of(opened.date());
            case BusinessDateMoved moved -> Optional.of(moved.to());
            default -> Optional.empty();
        };
    }

    @Override
    public void see(LoggedEvent logged) {
        last = dateOf(logged).or(() -> last);
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UnnestRows rows = new UnnestRows("text", "date");
        last.ifPresent(date -> rows.add(tenant, date));
        rows.write(connection, UPSERT);
    }
}
