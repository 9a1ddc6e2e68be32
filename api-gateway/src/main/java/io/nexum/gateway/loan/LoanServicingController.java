package io.nexum.gateway.loan;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Checked;
import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.MoneyRequest;
import io.nexum.gateway.request.Name;
import io.nexum.gateway.request.Rate;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.loan.LoanCommand.ChangeLoanRate;
import io.nexum.kernel.loan.LoanCommand.ChargeLoanFee;
import io.nexum.kernel.loan.LoanCommand.ChargeOffLoan;
import io.nexum.kernel.loan.LoanCommand.GiveGoodwill;
import io.nexum.kernel.loan.LoanCommand.PauseInterest;
import io.nexum.kernel.loan.LoanCommand.RecoverLoan;
import io.nexum.kernel.loan.LoanCommand.RefundLoanCredit;
import io.nexum.kernel.loan.LoanCommand.WaiveLoanAmount;
import io.nexum.kernel.loan.LoanCommand.WriteOffLoan;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.servicing.Component;
import io.nexum.kernel.money.Money;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
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
            @PathVariable("loan_id") LoanId loan, @RequestBody LoanFeeBody body, Caller caller) {
        return desk.change(body.command(loan), body, caller);
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/waivers")
    @Operation(summary = "Waive interest, fees or penalties that are owed")
    ResponseEntity<LoanStateAnswer> waiveLoanAmount(
            @PathVariable("loan_id") LoanId loan, @RequestBody WaiverBody body, Caller caller) {
        return desk.change(body.command(loan), body, caller);
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/goodwill")
    @Operation(summary = "Pay in the borrower's place, as goodwill")
    ResponseEntity<LoanPaymentAnswer> giveGoodwill(
            @PathVariable("loan_id") LoanId loan, @RequestBody GoodwillBody body, Caller caller) {
        return desk.pay(body.command(loan), body, caller);
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping("/refunds")
    @Operation(summary = "Give back what was paid too much")
    ResponseEntity<LoanStateAnswer> refundLoanCredit(
            @PathVariable("loan_id") LoanId loan, @RequestBody RefundBody body, Caller caller) {
        return desk.change(body.command(loan), body, caller);
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/rate")
    @Operation(summary = "Set another rate from a day on")
    ResponseEntity<LoanStateAnswer> changeLoanRate(
            @PathVariable("loan_id") LoanId loan, @RequestBody LoanRateBody body, Caller caller) {
        return desk.change(body.command(loan), body, caller);
    }

    @Needs(Permission.APPROVE_LOAN)
    @PostMapping("/interest-pause")
    @Operation(summary = "Let no interest be earned for some days")
    ResponseEntity<LoanStateAnswer> pauseLoanInterest(
            @PathVariable("loan_id") LoanId loan, @RequestBody InterestPauseBody body, Caller caller) {
        return desk.change(body.command(loan), body, caller);
    }

    @Needs(Permission.WRITE_OFF_LOAN)
    @PostMapping("/charge-off")
    @Operation(summary = "Count a loan as lost; the borrower still owes it")
    ResponseEntity<LoanStateAnswer> chargeOffLoan(
            @PathVariable("loan_id") LoanId loan, @RequestBody LossBody body, Caller caller) {
        return desk.change(body.chargeOff(loan), body, caller);
    }

    @Needs(Permission.WRITE_OFF_LOAN)
    @PostMapping("/write-off")
    @Operation(summary = "Give a loan up")
    ResponseEntity<LoanStateAnswer> writeOffLoan(
            @PathVariable("loan_id") LoanId loan, @RequestBody LossBody body, Caller caller) {
        return desk.change(body.writeOff(loan), body, caller);
    }

    @Needs(Permission.CREATE_TRANSACTION)
    @PostMapping("/recoveries")
    @Operation(summary = "Take money for a loan that was given up")
    ResponseEntity<LoanStateAnswer> recoverLoan(
            @PathVariable("loan_id") LoanId loan, @RequestBody RecoveryBody body, Caller caller) {
        return desk.change(body.command(loan), body, caller);
    }

    /** @param feeType a fee or a penalty */
    record LoanFeeBody(
            @Size(max = 100) String name,
            @Default("fee") FeeType feeType,
            @Positive Money amount,
            Optional<@LoanDate LocalDate> date,
            Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
            implements MoneyRequest {
        /** What can be charged by hand. */
        enum FeeType {
            FEE(Component.FEE),
            PENALTY(Component.PENALTY);

            private final Component charged;

            FeeType(Component charged) {
                this.charged = charged;
            }
        }

        ChargeLoanFee command(LoanId loan) {
            return new ChargeLoanFee(loan, LoanDesk.newEntry(), date, name, feeType.charged, amount);
        }
    }

    /** @param amount absent: all that is owed of the component */
    record WaiverBody(
            Waivable component,
            Optional<@Positive Money> amount,
            Optional<@LoanDate LocalDate> date,
            @Size(max = 500) String reason,
            Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
            implements MoneyRequest {
        /** Principal can't be waived. */
        enum Waivable {
            PENALTY(Component.PENALTY),
            FEE(Component.FEE),
            DEFAULT_INTEREST(Component.DEFAULT_INTEREST),
            INTEREST(Component.INTEREST);

            private final Component waived;

            Waivable(Component waived) {
                this.waived = waived;
            }
        }

        WaiveLoanAmount command(LoanId loan) {
            return new WaiveLoanAmount(loan, LoanDesk.newEntry(), date, component.waived, amount, reason);
        }
    }

    /** A payment that the bank makes in the borrower's place. */
    record GoodwillBody(
            @Positive Money amount,
            Optional<@LoanDate LocalDate> date,
            @Size(max = 500) String reason,
            Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
            implements MoneyRequest {
        GiveGoodwill command(LoanId loan) {
            return new GiveGoodwill(loan, LoanDesk.newEntry(), date, amount, reason);
        }
    }

    /**
     * @param amount absent: all that was paid too much
     * @param accountId where it goes to; absent: cash
     */
    record RefundBody(
            Optional<@Positive Money> amount,
            Optional<AccountId> accountId,
            Optional<@LoanDate LocalDate> date,
            @Size(max = 500) String reason,
            Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
            implements MoneyRequest {
        RefundLoanCredit command(LoanId loan) {
            return new RefundLoanCredit(loan, LoanDesk.newEntry(), date, amount, accountId, reason);
        }
    }

    /**
     * @param annualInterestRate as a fraction
     * @param from the first day of the rate; absent: the bank's date
     */
    record LoanRateBody(
            @Rate BigDecimal annualInterestRate,
            @Name({"from", "date"}) Optional<@LoanDate LocalDate> from,
            @Size(max = 500) String reason,
            Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
            implements MoneyRequest {
        ChangeLoanRate command(LoanId loan) {
            return new ChangeLoanRate(loan, LoanDesk.newEntry(), from, annualInterestRate, reason);
        }
    }

    /**
     * @param from the first day without interest; absent: the bank's date
     * @param until the first day with interest again
     */
    record InterestPauseBody(
            @Name({"from", "date"}) Optional<@LoanDate LocalDate> from,
            @LoanDate LocalDate until,
            @Size(max = 500) String reason,
            Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
            implements MoneyRequest, Checked {
        @Override
        public void check(ValidationErrors errors) {
            if (from.filter(day -> !day.isBefore(until)).isPresent()) {
                errors.reject("until", "must be after from");
            }
        }

        PauseInterest command(LoanId loan) {
            return new PauseInterest(loan, LoanDesk.newEntry(), from, until, reason);
        }
    }

    /** Why, and from which day on, a loan is charged off or written off. */
    record LossBody(
            Optional<@LoanDate LocalDate> date,
            @Size(max = 500) String reason,
            Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
            implements MoneyRequest {
        ChargeOffLoan chargeOff(LoanId loan) {
            return new ChargeOffLoan(loan, LoanDesk.newEntry(), date, reason);
        }

        WriteOffLoan writeOff(LoanId loan) {
            return new WriteOffLoan(loan, LoanDesk.newEntry(), date, reason);
        }
    }

    /**
     * Money that came for a loan that was given up.
     *
     * @param sourceAccountId the customer's account that it comes from; absent: cash
     */
    record RecoveryBody(
            @Positive Money amount,
            @Name({"source_account_id", "account_id"}) Optional<AccountId> sourceAccountId,
            Optional<@LoanDate LocalDate> date,
            @Size(max = 500) String reason,
            Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
            implements MoneyRequest {
        RecoverLoan command(LoanId loan) {
            return new RecoverLoan(loan, LoanDesk.newEntry(), date, amount, sourceAccountId, reason);
        }
    }
}
