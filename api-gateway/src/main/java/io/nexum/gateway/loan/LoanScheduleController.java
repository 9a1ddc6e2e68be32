package io.nexum.gateway.loan;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.day.BusinessDates;
import io.nexum.gateway.http.Caller;
import io.nexum.kernel.Queries;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.day.DayQuery.GetHolidays;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Schedules of loans that are only thought of. */
@RestController
@RequestMapping("/loans/schedule")
@Tag(name = "Loans")
class LoanScheduleController {
    private final Queries queries;
    private final BusinessDates dates;

    LoanScheduleController(Queries queries, BusinessDates dates) {
        this.queries = queries;
        this.dates = dates;
    }

    @Needs(Permission.VIEW_LOAN)
    @PostMapping("/preview")
    @Operation(summary = "Work out a loan's schedule and annual rates; nothing is written")
    ScheduleAnswer previewSchedule(@RequestBody SchedulePreviewBody body, Caller caller) {
        return ScheduleAnswer.of(body.plan(dates.of(caller.tenant()), calendar(body, caller)));
    }

    private HolidayCalendar calendar(SchedulePreviewBody body, Caller caller) {
        return body.fields().movesPayments()
                ? queries.ask(new GetHolidays(), caller.query())
                : HolidayCalendar.EVERY_DAY;
    }
}
