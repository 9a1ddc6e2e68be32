package io.nexum.gateway.day;

import io.nexum.command.CommandSide;
import io.nexum.command.store.day.EndOfDay;
import io.nexum.gateway.access.Needs;
import io.nexum.gateway.day.SetAsideAnswer.Readmitted;
import io.nexum.gateway.day.SetAsideAnswer.SetAsideList;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.Paging;
import io.nexum.gateway.request.Parameters;
import io.nexum.kernel.Queries;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.day.DayQuery.FindSetAside;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Closing a bank's days. */
@RestController
@RequestMapping("/admin/eod")
@Tag(name = "The bank's day")
class EndOfDayController {
    /** Most closes are over by then, and nobody's patience is. */
    private static final Duration A_MOMENT = Duration.ofSeconds(15);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final CommandSide commands;
    private final EndOfDay endOfDay;
    private final BusinessDates dates;
    private final Queries queries;
    private final Clock clock;

    EndOfDayController(CommandSide commands, BusinessDates dates, Queries queries, Clock clock) {
        this.commands = commands;
        this.endOfDay = commands.endOfDay();
        this.dates = dates;
        this.queries = queries;
        this.clock = clock;
    }

    @Needs(Permission.SYSTEM_CONFIG)
    @PostMapping
    @Operation(
            operationId = "close_days",
            summary = "Close every day up to and including one",
            description =
                    "Answers 200 when the days are closed, or 202 when that still goes on: after a moment, or with"
                            + " wait=true after ten minutes, or with wait=false at once. Days that are closed are passed over.")
    ResponseEntity<DayRunAnswer> closeDays(
            @RequestBody CloseDaysBody body, @RequestParam Optional<String> wait, Caller caller) {
        var in = new Parameters();
        Duration longest = in.read("wait", wait, Forms::flag)
                .map(waits -> waits ? LONGEST_WAIT : Duration.ZERO)
                .orElse(A_MOMENT);
        in.check();
        Caller earnest = Granted.inEarnest(caller);
        endOfDay.close(earnest.tenant(), body.through(), earnest.user());
        endOfDay.await(earnest.tenant(), longest);
        DayRunAnswer answer = answer(earnest.tenant());
        return ResponseEntity.status(answer.isRunning() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(answer);
    }

    @Needs(Permission.SYSTEM_CONFIG)
    @GetMapping
    @Operation(operationId = "get_eod", summary = "See how far the close of days is")
    DayRunAnswer getProgress(Caller caller) {
        return answer(caller.tenant());
    }

    @Needs(Permission.SYSTEM_CONFIG)
    @GetMapping("/set-aside")
    @Operation(operationId = "find_set_aside", summary = "List what could not be decided when days were closed")
    SetAsideList findSetAside(@ParameterObject Paging paging, Caller caller) {
        return SetAsideList.of(queries.ask(new FindSetAside(paging.page()), caller.query()));
    }

    @Needs(Permission.SYSTEM_CONFIG)
    @PostMapping("/set-aside/{step}/{entity_id}/retry")
    @Operation(operationId = "retry_set_aside", summary = "Try again what was set aside")
    Readmitted retry(@PathVariable String step, @PathVariable("entity_id") String entity, Caller caller) {
        Caller earnest = Granted.inEarnest(caller);
        endOfDay.retry(earnest.tenant(), step, entity, earnest.command());
        return new Readmitted(step, entity);
    }

    private DayRunAnswer answer(TenantId tenant) {
        return DayRunAnswer.of(
                dates.of(tenant), commands.day(tenant).setAsideCount(), endOfDay.find(tenant), clock.instant());
    }
}
