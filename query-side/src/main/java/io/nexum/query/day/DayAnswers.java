package io.nexum.query.day;

import io.nexum.kernel.Page;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.day.DayQuery;
import io.nexum.kernel.day.DayQuery.FindSetAside;
import io.nexum.kernel.day.DayQuery.GetHolidays;
import io.nexum.kernel.day.DayQuery.SetAsideView;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Answers every question about the bank's day. */
public final class DayAnswers {
    private final ReadDatabase database;

    public DayAnswers(ReadDatabase database) {
        this.database = database;
    }

    public Object answer(DayQuery<?> query, TenantId tenant) {
        return switch (query) {
            case GetHolidays holidays -> calendar(tenant);
            case FindSetAside find -> find(find, tenant);
        };
    }

    private HolidayCalendar calendar(TenantId tenant) {
        return Conditions.of(tenant)
                .statement(database.of(tenant), "SELECT calendar FROM holiday_calendar WHERE tenant = :tenant")
                .query((row, number) -> Columns.of(row).json("calendar", HolidayCalendar.class))
                .optional()
                .orElse(HolidayCalendar.EVERY_DAY);
    }

    private Page<SetAsideView> find(FindSetAside query, TenantId tenant) {
        return Conditions.of(tenant)
                .page(
                        database.of(tenant),
                        "SELECT * FROM set_aside WHERE tenant = :tenant {conditions} ORDER BY step, entity",
                        "SELECT count(*) FROM set_aside WHERE tenant = :tenant {conditions}",
                        query.page(),
                        (row, number) -> view(row));
    }

    private static SetAsideView view(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        return new SetAsideView(
                columns.text("step"),
                columns.text("entity"),
                columns.date("date"),
                columns.text("reason"),
                columns.instant("set_aside_at"));
    }
}
