package io.nexum.gateway.loan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.nexum.gateway.access.Needs;
import io.nexum.gateway.day.BusinessDates;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.MoneyRequest;
import io.nexum.gateway.request.Rate;
import io.nexum.gateway.request.RequiredUnless;
import io.nexum.gateway.terms.PaymentFrequencies;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.loan.LoanCommand.ReplanLoan;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanQuery.GetLoanSchedule;
import io.nexum.kernel.loan.LoanQuery.GetReplannedSchedule;
import io.nexum.kernel.loan.LoanTerms.PaymentPlan;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.loan.servicing.LoanEntry.Replanned;
import io.nexum.kernel.loan.servicing.Replan;
import io.nexum.kernel.loan.servicing.Replan.ReAge;
import io.nexum.kernel.loan.servicing.Replan.ReAmortize;
import io.nexum.kernel.loan.servicing.Replan.Reschedule;
import io.nexum.kernel.loan.servicing.Replan.Restructure;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;
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
            @PathVariable("loan_id") LoanId loan,
            @RequestParam Optional<Boolean> preview,
            @RequestBody RescheduleBody body,
            Caller caller) {
        return replan(loan, preview, body, caller);
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/re-age")
    @Operation(summary = "Spread all that is owed over new payments", description = PREVIEW)
    ResponseEntity<LoanPlanAnswer> reAgeLoan(
            @PathVariable("loan_id") LoanId loan,
            @RequestParam Optional<Boolean> preview,
            @RequestBody ReAgeBody body,
            Caller caller) {
        return replan(loan, preview, body, caller);
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/re-amortize")
    @Operation(summary = "Spread all that is owed over the payments that are left", description = PREVIEW)
    ResponseEntity<LoanPlanAnswer> reAmortizeLoan(
            @PathVariable("loan_id") LoanId loan,
            @RequestParam Optional<Boolean> preview,
            @RequestBody ReAmortizeBody body,
            Caller caller) {
        return replan(loan, preview, body, caller);
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/restructure")
    @Operation(summary = "Agree on new terms for all that is owed", description = PREVIEW)
    ResponseEntity<LoanPlanAnswer> restructureLoan(
            @PathVariable("loan_id") LoanId loan,
            @RequestParam Optional<Boolean> preview,
            @RequestBody RestructureBody body,
            Caller caller) {
        return replan(loan, preview, body, caller);
    }

    /** A preview is refused for the same reasons as the change itself: it is that command, as a dry run. */
    private ResponseEntity<LoanPlanAnswer> replan(
            LoanId loan, Optional<Boolean> preview, ReplanBody body, Caller caller) {
        boolean only = preview.orElse(false) || caller.dryRun();
        LocalDate date = body.date().orElseGet(() -> dates.of(caller.tenant()));
        var command = new ReplanLoan(loan, LoanDesk.newEntry(), Optional.of(date), body.plan(), body.reason());
        if (only) {
            var supposed = new GetReplannedSchedule(loan, new Replanned(command.transaction(), date, body.plan()));
            return Granted.ok(
                    caller,
                    commands.send(command, caller.command().asDryRun()),
                    answer -> LoanPlanAnswer.of(answer, true, queries.ask(supposed, caller.query())));
        }
        return Granted.ok(caller, commands.send(command, caller.money(body)), answer -> {
            var changed = new GetLoanSchedule(loan, answer.valueDate().orElse(date));
            return LoanPlanAnswer.of(answer, false, queries.ask(changed, QueryContext.strong(caller.tenant())));
        });
    }

    /** What asks for another plan of a running loan. */
    interface ReplanBody extends MoneyRequest {
        @JsonIgnore
        Replan plan();

        /** From which the new plan counts; absent: the bank's date. */
        Optional<LocalDate> date();

        String reason();
    }

    /** Other days, number or rate for what is not due yet; what is absent stays as it is, but something changes. */
    record RescheduleBody(
            Optional<@Rate BigDecimal> annualInterestRate,

            @RequiredUnless({"annual_interest_rate", "number_of_payments", "payment_frequency"})
            Optional<@LoanDate LocalDate> firstPaymentDate,

            Optional<@Range(min = 1, max = PaymentPlan.MAX_PAYMENTS) Integer> numberOfPayments,

            @Schema(implementation = String.class) @ConvertedBy(PaymentFrequencies.Form.class)
            Optional<PaymentFrequency> paymentFrequency,

            Optional<@LoanDate LocalDate> date,
            @Size(max = 500) String reason,
            Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
            implements ReplanBody {
        @Override
        public Reschedule plan() {
            return new Reschedule(annualInterestRate, firstPaymentDate, numberOfPayments, paymentFrequency);
        }
    }

    /** All that is owed, overdue or not, in new instalments. */
    record ReAgeBody(
            @LoanDate LocalDate firstPaymentDate,
            @Range(min = 1, max = PaymentPlan.MAX_PAYMENTS) int numberOfPayments,

            @Schema(implementation = String.class) @ConvertedBy(PaymentFrequencies.Form.class)
            Optional<PaymentFrequency> paymentFrequency,

            Optional<@LoanDate LocalDate> date,
            @Size(max = 500) String reason,
            Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
            implements ReplanBody {
        @Override
        public ReAge plan() {
            return new ReAge(firstPaymentDate, numberOfPayments, paymentFrequency);
        }
    }

    /** All that is owed, spread over the payments that are left. */
    record ReAmortizeBody(
            Optional<@LoanDate LocalDate> date,
            @Size(max = 500) String reason,
            Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
            implements ReplanBody {
        @Override
        public ReAmortize plan() {
            return new ReAmortize();
        }
    }

    /**
     * New terms for all that is owed.
     *
     * @param capitalize whether unpaid interest, fees and penalties become principal
     */
    record RestructureBody(
            @Rate BigDecimal annualInterestRate,
            @LoanDate LocalDate firstPaymentDate,
            @Range(min = 1, max = PaymentPlan.MAX_PAYMENTS) int numberOfPayments,

            @Schema(implementation = String.class) @ConvertedBy(PaymentFrequencies.Form.class)
            Optional<PaymentFrequency> paymentFrequency,

            @Default("false") boolean capitalize,
            Optional<@LoanDate LocalDate> date,
            @Size(max = 500) String reason,
            Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
            implements ReplanBody {
        @Override
        public Restructure plan() {
            return new Restructure(
                    annualInterestRate, firstPaymentDate, numberOfPayments, paymentFrequency, capitalize);
        }
    }
}
