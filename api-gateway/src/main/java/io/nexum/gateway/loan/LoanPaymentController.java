package io.nexum.gateway.loan;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.day.BusinessDates;
import io.nexum.gateway.http.Caller;
import io.nexum.kernel.Queries;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.loan.LoanCommand.ReverseLoanPayment;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanQuery.GetLoanPayment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Payments on loans. */
@RestController
@Tag(name = "Loans")
class LoanPaymentController {
    private final LoanDesk desk;
    private final Queries queries;
    private final BusinessDates dates;

    LoanPaymentController(LoanDesk desk, Queries queries, BusinessDates dates) {
        this.desk = desk;
        this.queries = queries;
        this.dates = dates;
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping("/loans/payment")
    @Operation(summary = "Take a payment on the loan that it names")
    ResponseEntity<LoanPaymentAnswer> makeLoanPayment(@RequestBody LoanPaymentBody body, Caller caller) {
        return desk.pay(body.payment().command(body.loanId()), body, caller);
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping("/loans/{loan_id}/payments")
    @Operation(summary = "Take a payment on a loan")
    ResponseEntity<LoanPaymentAnswer> payLoan(
            @PathVariable("loan_id") String id, @RequestBody PaymentOnLoanBody body, Caller caller) {
        return desk.pay(body.payment().command(LoanIds.inPath(id)), body, caller);
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping("/loans/{loan_id}/payoff")
    @Operation(summary = "Pay all that a loan owes")
    ResponseEntity<LoanPaymentAnswer> payOffLoan(
            @PathVariable("loan_id") String id, @RequestBody PayoffBody body, Caller caller) {
        return desk.pay(body.command(LoanIds.inPath(id)), body, caller);
    }

    @Needs(Permission.REVERSE_TRANSACTION)
    @PostMapping("/loans/{loan_id}/payments/{payment_id}/reverse")
    @Operation(
            summary = "Take a payment back as if it had never been made",
            description = "Later payments are shared out anew. What came from an account returns to it.")
    ResponseEntity<LoanStateAnswer> reverseLoanPayment(
            @PathVariable("loan_id") String id,
            @PathVariable("payment_id") String payment,
            @RequestBody LoanReasonBody body,
            Caller caller) {
        LoanId loan = LoanIds.inPath(id);
        var known = new GetLoanPayment(loan, LoanIds.paymentInPath(payment), dates.of(caller.tenant()));
        var command = new ReverseLoanPayment(
                loan,
                EntryFields.newEntry(),
                known.payment(),
                queries.ask(known, caller.query()).account(),
                body.reason());
        return desk.change(command, body, caller);
    }

    @Needs(Permission.REVERSE_TRANSACTION)
    @PostMapping("/loans/{loan_id}/payments/{payment_id}/charge-back")
    @Operation(
            summary = "Note that a payment was taken back by the borrower's bank",
            description = "What it paid is owed again, at once; what it settled stays settled.")
    ResponseEntity<LoanStateAnswer> chargeBackPayment(
            @PathVariable("loan_id") String id,
            @PathVariable("payment_id") String payment,
            @RequestBody ChargeBackBody body,
            Caller caller) {
        return desk.change(body.command(LoanIds.inPath(id), LoanIds.paymentInPath(payment)), body, caller);
    }
}
