package io.nexum.gateway.day;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Granted;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Queries;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.day.DayCommand.SetHolidays;
import io.nexum.kernel.day.DayQuery.GetHolidays;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The days on which a bank works. */
@RestController
@RequestMapping("/admin/calendar")
@Tag(name = "The bank's day")
class CalendarController {
    private final Commands commands;
    private final Queries queries;

    CalendarController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Needs(Permission.VIEW_TRANSACTION)
    @GetMapping
    @Operation(operationId = "get_calendar", summary = "Get the bank's working days and holidays")
    CalendarAnswer getCalendar(Caller caller) {
        return CalendarAnswer.of(queries.ask(new GetHolidays(), caller.query()));
    }

    @Needs(Permission.SYSTEM_CONFIG)
    @PutMapping
    @Operation(
            operationId = "set_calendar",
            summary = "Set the bank's working days and holidays",
            description = "All of them at once: what is left out is no holiday any longer.")
    CalendarAnswer setCalendar(@RequestBody CalendarBody body, Caller caller) {
        SetHolidays command = body.command();
        commands.send(command, Granted.inEarnest(caller).command());
        return CalendarAnswer.of(command.calendar());
    }
}
