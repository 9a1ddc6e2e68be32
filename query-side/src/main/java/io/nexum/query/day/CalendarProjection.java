package io.nexum.query.day;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.day.DayEvent.HolidaysSet;
import io.nexum.kernel.json.Json;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The table {@code holiday_calendar}: each bank's, once it has set one. */
public final class CalendarProjection implements Projection {
    private static final String UPSERT = """
            INSERT INTO holiday_calendar (tenant, calendar)
            SELECT * FROM :rows
            ON CONFLICT (tenant) DO UPDATE SET calendar = EXCLUDED.calendar
            """;

    private final TenantId tenant;
    private Optional<HolidayCalendar> last = Optional.empty();

    public CalendarProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        if (logged.event() instanceof HolidaysSet set) {
            last = Optional.of(set.calendar());
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UnnestRows rows = new UnnestRows("text", "text");
        last.ifPresent(calendar -> rows.add(tenant, Json.text(calendar)));
        rows.write(connection, UPSERT);
    }
}
