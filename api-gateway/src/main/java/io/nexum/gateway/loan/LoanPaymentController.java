package io.nexum.gateway.loan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.access.Needs;
import io.nexum.gateway.day.BusinessDates;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.MoneyRequest;
import io.nexum.gateway.request.Name;
import io.nexum.kernel.Queries;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.loan.LoanCommand.ChargeBackPayment;
import io.nexum.kernel.loan.LoanCommand.PayLoan;
import io.nexum.kernel.loan.LoanCommand.PayOffLoan;
import io.nexum.kernel.loan.LoanCommand.ReverseLoanPayment;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanQuery.GetLoanPayment;
import io.nexum.kernel.loan.servicing.ExcessUse;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
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
            @PathVariable("loan_id") LoanId loan, @RequestBody PaymentOnLoanBody body, Caller caller) {
        return desk.pay(body.payment().command(loan), body, caller);
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping("/loans/{loan_id}/payoff")
    @Operation(summary = "Pay all that a loan owes")
    ResponseEntity<LoanPaymentAnswer> payOffLoan(
            @PathVariable("loan_id") LoanId loan, @RequestBody PayoffBody body, Caller caller) {
        return desk.pay(body.command(loan), body, caller);
    }

    @Needs(Permission.REVERSE_TRANSACTION)
    @PostMapping("/loans/{loan_id}/payments/{payment_id}/reverse")
    @Operation(
            summary = "Take a payment back as if it had never been made",
            description = "Later payments are shared out anew. What came from an account returns to it.")
    ResponseEntity<LoanStateAnswer> reverseLoanPayment(
            @PathVariable("loan_id") LoanId loan,
            @PathVariable("payment_id") TransactionId payment,
            @RequestBody LoanReasonBody body,
            Caller caller) {
        var known = new GetLoanPayment(loan, payment, dates.of(caller.tenant()));
        var command = new ReverseLoanPayment(
                loan,
                LoanDesk.newEntry(),
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
            @PathVariable("loan_id") LoanId loan,
            @PathVariable("payment_id") TransactionId payment,
            @RequestBody ChargeBackBody body,
            Caller caller) {
        return desk.change(body.command(loan, payment), body, caller);
    }

    /** A payment that names its loan. */
    record LoanPaymentBody(
            LoanId loanId,
            @JsonUnwrapped PaymentFields payment,
            Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
            implements MoneyRequest {}

    /** A payment on the loan that its path names. */
    record PaymentOnLoanBody(
            @JsonUnwrapped PaymentFields payment,
            Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
            implements MoneyRequest {}

    /**
     * A payment of a borrower's.
     *
     * @param paymentDate from which it counts; absent: the bank's date
     * @param sourceAccountId the customer's account that it comes from; absent: cash
     * @param prepaymentEffect what becomes of more than is due; absent: what was agreed
     */
    record PaymentFields(
            @Positive Money amount,
            @Name({"payment_date", "value_date", "date"}) Optional<@LoanDate LocalDate> paymentDate,
            @Name({"source_account_id", "account_id"}) Optional<AccountId> sourceAccountId,
            Optional<ExcessUse> prepaymentEffect,
            Optional<@Size(max = 100) String> reference) {
        PayLoan command(LoanId loan) {
            return new PayLoan(
                    loan, LoanDesk.newEntry(), paymentDate, amount, sourceAccountId, prepaymentEffect, reference);
        }
    }

    /**
     * Pays all that a loan owes.
     *
     * @param payoffDate from which it counts; absent: the bank's date
     */
    record PayoffBody(
            @Name({"payoff_date", "payment_date", "date"}) Optional<@LoanDate LocalDate> payoffDate,
            @Name({"source_account_id", "account_id"}) Optional<AccountId> sourceAccountId,
            Optional<@Size(max = 100) String> reference,
            Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
            implements MoneyRequest {
        PayOffLoan command(LoanId loan) {
            return new PayOffLoan(loan, LoanDesk.newEntry(), payoffDate, sourceAccountId, reference);
        }
    }

    /** @param amount absent: all of the payment */
    record ChargeBackBody(
            Optional<@Positive Money> amount,
            Optional<@LoanDate LocalDate> date,
            @Size(max = 500) String reason,
            Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
            implements MoneyRequest {
        ChargeBackPayment command(LoanId loan, TransactionId payment) {
            return new ChargeBackPayment(loan, LoanDesk.newEntry(), date, payment, amount, reason);
        }
    }
}
