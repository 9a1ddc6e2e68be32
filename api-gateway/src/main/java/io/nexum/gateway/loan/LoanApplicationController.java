package io.nexum.gateway.loan;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Granted;
import io.nexum.kernel.Commands;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.loan.LoanCommand.ApproveLoan;
import io.nexum.kernel.loan.LoanCommand.CancelLoan;
import io.nexum.kernel.loan.LoanCommand.CloseLoan;
import io.nexum.kernel.loan.LoanCommand.DefaultLoan;
import io.nexum.kernel.loan.LoanCommand.OriginateLoan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** From the application for a loan to its end. */
@RestController
@RequestMapping("/loans")
@Tag(name = "Loans")
class LoanApplicationController {
    private final Commands commands;
    private final LoanOpening opening;
    private final LoanDesk desk;

    LoanApplicationController(Commands commands, LoanOpening opening, LoanDesk desk) {
        this.commands = commands;
        this.opening = opening;
        this.desk = desk;
    }

    @Needs(Permission.CREATE_LOAN)
    @PostMapping
    @Operation(
            summary = "Agree on a loan, or apply for one",
            description =
                    "It is originated at once if who asks may approve loans too, unless originate is false; else it waits for approval.")
    ResponseEntity<LoanResource> createLoan(@RequestBody CreateLoanBody body, Caller caller) {
        return Granted.created(
                caller,
                commands.send(opening.command(body, caller), caller.money(body.idempotencyKey(), body)),
                answer -> LoanResource.of(answer.opened().orElseThrow().view(answer.status())));
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/{loan_id}/approve")
    @Operation(summary = "Approve an application")
    ResponseEntity<LoanStateAnswer> approveLoan(
            @PathVariable("loan_id") String id,
            @RequestBody(required = false) @Nullable LoanStepBody sent,
            Caller caller) {
        LoanStepBody body = sent == null ? LoanStepBody.NOTHING_SAID : sent;
        return desk.change(new ApproveLoan(LoanIds.inPath(id), body.reason().orElse("approved")), body, caller);
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/{loan_id}/originate")
    @Operation(summary = "Agree on a loan that is approved")
    ResponseEntity<LoanStateAnswer> originateLoan(
            @PathVariable("loan_id") String id,
            @RequestBody(required = false) @Nullable LoanStepBody sent,
            Caller caller) {
        LoanStepBody body = sent == null ? LoanStepBody.NOTHING_SAID : sent;
        return desk.change(new OriginateLoan(LoanIds.inPath(id), body.reason().orElse("agreed on")), body, caller);
    }

    @Needs(Permission.CREATE_LOAN)
    @PostMapping("/{loan_id}/cancel")
    @Operation(summary = "Cancel a loan of which nothing is paid out")
    ResponseEntity<LoanStateAnswer> cancelLoan(
            @PathVariable("loan_id") String id, @RequestBody LoanReasonBody body, Caller caller) {
        return desk.change(new CancelLoan(LoanIds.inPath(id), body.reason()), body, caller);
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/{loan_id}/default")
    @Operation(summary = "Declare a loan to be in default", description = "It is cured when nothing is overdue.")
    ResponseEntity<LoanStateAnswer> defaultLoan(
            @PathVariable("loan_id") String id, @RequestBody LoanReasonBody body, Caller caller) {
        return desk.change(new DefaultLoan(LoanIds.inPath(id), body.reason()), body, caller);
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/{loan_id}/close")
    @Operation(summary = "Close a loan that is paid off or written off")
    ResponseEntity<LoanStateAnswer> closeLoan(
            @PathVariable("loan_id") String id,
            @RequestBody(required = false) @Nullable LoanStepBody sent,
            Caller caller) {
        LoanStepBody body = sent == null ? LoanStepBody.NOTHING_SAID : sent;
        return desk.change(new CloseLoan(LoanIds.inPath(id), body.reason().orElse("nothing is owed")), body, caller);
    }
}
