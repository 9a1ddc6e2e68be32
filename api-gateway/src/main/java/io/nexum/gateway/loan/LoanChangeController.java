package io.nexum.gateway.loan;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.day.BusinessDates;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.Parameters;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.loan.LoanCommand.ReplanLoan;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanQuery.GetLoanSchedule;
import io.nexum.kernel.loan.LoanQuery.GetReplannedSchedule;
import io.nexum.kernel.loan.servicing.LoanEntry.Replanned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives running loans another plan, or shows what that would be. */
@RestController
@RequestMapping("/loans/{loan_id}")
@Tag(name = "Loans")
class LoanChangeController {
    private static final String PREVIEW =
            "With preview=true nothing is written. Either way it answers the new schedule.";

    private final Commands commands;
    private final Queries queries;
    private final BusinessDates dates;

    LoanChangeController(Commands commands, Queries queries, BusinessDates dates) {
        this.commands = commands;
        this.queries = queries;
        this.dates = dates;
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/reschedule")
    @Operation(summary = "Change the days, number or rate of payments that are not due yet", description = PREVIEW)
    ResponseEntity<LoanPlanAnswer> rescheduleLoan(
            @PathVariable("loan_id") String id,
            @RequestParam Optional<String> preview,
            @RequestBody RescheduleBody body,
            Caller caller) {
        return replan(id, preview, body, caller);
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/re-age")
    @Operation(summary = "Spread all that is owed over new payments", description = PREVIEW)
    ResponseEntity<LoanPlanAnswer> reAgeLoan(
            @PathVariable("loan_id") String id,
            @RequestParam Optional<String> preview,
            @RequestBody ReAgeBody body,
            Caller caller) {
        return replan(id, preview, body, caller);
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/re-amortize")
    @Operation(summary = "Spread all that is owed over the payments that are left", description = PREVIEW)
    ResponseEntity<LoanPlanAnswer> reAmortizeLoan(
            @PathVariable("loan_id") String id,
            @RequestParam Optional<String> preview,
            @RequestBody ReAmortizeBody body,
            Caller caller) {
        return replan(id, preview, body, caller);
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/restructure")
    @Operation(summary = "Agree on new terms for all that is owed", description = PREVIEW)
    ResponseEntity<LoanPlanAnswer> restructureLoan(
            @PathVariable("loan_id") String id,
            @RequestParam Optional<String> preview,
            @RequestBody RestructureBody body,
            Caller caller) {
        return replan(id, preview, body, caller);
    }

    /** A preview is refused for the same reasons as the change itself: it is that command, as a dry run. */
    private ResponseEntity<LoanPlanAnswer> replan(String id, Optional<String> preview, ReplanBody body, Caller caller) {
        LoanId loan = LoanIds.inPath(id);
        var in = new Parameters();
        boolean only = in.read("preview", preview, Forms::flag).orElse(false) || caller.dryRun();
        in.check();
        LocalDate date = body.date().orElseGet(() -> dates.of(caller.tenant()));
        var command = new ReplanLoan(loan, EntryFields.newEntry(), Optional.of(date), body.plan(), body.reason());
        if (only) {
            var supposed = new GetReplannedSchedule(loan, new Replanned(command.transaction(), date, body.plan()));
            return Granted.ok(
                    caller,
                    commands.send(command, caller.command().asDryRun()),
                    answer -> LoanPlanAnswer.of(answer, true, queries.ask(supposed, caller.query())));
        }
        return Granted.ok(caller, commands.send(command, caller.money(body.idempotencyKey(), body)), answer -> {
            var changed = new GetLoanSchedule(loan, answer.valueDate().orElse(date));
            return LoanPlanAnswer.of(answer, false, queries.ask(changed, QueryContext.strong(caller.tenant())));
        });
    }
}
