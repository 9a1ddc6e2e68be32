package io.nexum.gateway.day;

import io.nexum.command.CommandSide;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.calendar.HolidayCalendar;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * The banks' dates and holidays, for what a request leaves out. From memory: they may be asked for at every request.
 * What another node has changed is seen a quarter of a second later at most. What must be exact leaves its date out, and
 * the command side puts it in.
 */
@Component
public final class BusinessDates {
    private final CommandSide commands;

    BusinessDates(CommandSide commands) {
        this.commands = commands;
    }

    /** The bank's date: its own, or the calendar's as long as it closes no days. */
    public LocalDate of(TenantId tenant) {
        return commands.endOfDay().businessDate(tenant);
    }

    /** The days on which the bank works. */
    public HolidayCalendar calendar(TenantId tenant) {
        return commands.day(tenant).calendar();
    }
}
