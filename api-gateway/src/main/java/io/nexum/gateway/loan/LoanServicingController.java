package io.nexum.gateway.loan;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.http.Caller;
import io.nexum.kernel.access.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a bank does on a running loan beside taking payments. */
@RestController
@RequestMapping("/loans/{loan_id}")
@Tag(name = "Loans")
class LoanServicingController {
    private final LoanDesk desk;

    LoanServicingController(LoanDesk desk) {
        this.desk = desk;
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping("/fees")
    @Operation(summary = "Charge a fee or a penalty, due at once")
    ResponseEntity<LoanStateAnswer> chargeLoanFee(
            @PathVariable("loan_id") String id, @RequestBody LoanFeeBody body, Caller caller) {
        return desk.change(body.command(LoanIds.inPath(id)), body, caller);
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/waivers")
    @Operation(summary = "Waive interest, fees or penalties that are owed")
    ResponseEntity<LoanStateAnswer> waiveLoanAmount(
            @PathVariable("loan_id") String id, @RequestBody WaiverBody body, Caller caller) {
        return desk.change(body.command(LoanIds.inPath(id)), body, caller);
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/goodwill")
    @Operation(summary = "Pay in the borrower's place, as goodwill")
    ResponseEntity<LoanPaymentAnswer> giveGoodwill(
            @PathVariable("loan_id") String id, @RequestBody GoodwillBody body, Caller caller) {
        return desk.pay(body.command(LoanIds.inPath(id)), body, caller);
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping("/refunds")
    @Operation(summary = "Give back what was paid too much")
    ResponseEntity<LoanStateAnswer> refundLoanCredit(
            @PathVariable("loan_id") String id, @RequestBody RefundBody body, Caller caller) {
        return desk.change(body.command(LoanIds.inPath(id)), body, caller);
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/rate")
    @Operation(summary = "Set another rate from a day on")
    ResponseEntity<LoanStateAnswer> changeLoanRate(
            @PathVariable("loan_id") String id, @RequestBody LoanRateBody body, Caller caller) {
        return desk.change(body.command(LoanIds.inPath(id)), body, caller);
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/interest-pause")
    @Operation(summary = "Let no interest be earned for some days")
    ResponseEntity<LoanStateAnswer> pauseLoanInterest(
            @PathVariable("loan_id") String id, @RequestBody InterestPauseBody body, Caller caller) {
        return desk.change(body.command(LoanIds.inPath(id)), body, caller);
    }

    @Needs(Permission.WRITE_OFF_LOAN)
    @PostMapping("/charge-off")
    @Operation(summary = "Count a loan as lost; the borrower still owes it")
    ResponseEntity<LoanStateAnswer> chargeOffLoan(
            @PathVariable("loan_id") String id, @RequestBody LossBody body, Caller caller) {
        return desk.change(body.chargeOff(LoanIds.inPath(id)), body, caller);
    }

    @Needs(Permission.WRITE_OFF_LOAN)
    @PostMapping("/write-off")
    @Operation(summary = "Give a loan up")
    ResponseEntity<LoanStateAnswer> writeOffLoan(
            @PathVariable("loan_id") String id, @RequestBody LossBody body, Caller caller) {
        return desk.change(body.writeOff(LoanIds.inPath(id)), body, caller);
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping("/recoveries")
    @Operation(summary = "Take money for a loan that was given up")
    ResponseEntity<LoanStateAnswer> recoverLoan(
            @PathVariable("loan_id") String id, @RequestBody RecoveryBody body, Caller caller) {
        return desk.change(body.command(LoanIds.inPath(id)), body, caller);
    }
}
