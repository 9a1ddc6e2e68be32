package io.nexum.kernel.loan;

import io.nexum.kernel.Command;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.customer.Beneficiary;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.loan.servicing.Component;
import io.nexum.kernel.loan.servicing.ExcessUse;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import io.nexum.kernel.loan.servicing.Replan;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductVersion;
import io.nexum.kernel.transaction.TransactionId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What can be asked for a loan. A date that is absent is the bank's business date. */
public sealed interface LoanCommand extends Command<LoanAnswer> {
    LoanId loan();

    /**
     * @param product the one whose conditions are in the agreement, in the version that they come from
     * @param originate whether it is approved and agreed on at once
     */
    record ApplyForLoan(
            LoanId loan,
            CustomerId customer,
            LoanAgreement agreement,
            Optional<ProductVersion> product,
            Optional<String> purpose,
            Optional<String> collateral,
            boolean originate)
            implements LoanCommand {}

    record ApproveLoan(LoanId loan, String reason) implements LoanCommand {}

    record OriginateLoan(LoanId loan, String reason) implements LoanCommand {}

    record CancelLoan(LoanId loan, String reason) implements LoanCommand {}

    record DefaultLoan(LoanId loan, String reason) implements LoanCommand {}

    record CloseLoan(LoanId loan, String reason) implements LoanCommand {}

    /** What makes an entry that counts from a day on. */
    sealed interface Enter extends LoanCommand {
        TransactionId transaction();

        Optional<LocalDate> date();

        /** The customer's account at the other end. */
        default Optional<AccountId> account() {
            return Optional.empty();
        }
    }

    /**
     * @param customer whose loan it is; the command checks that it is
     * @param amount what was agreed on for now, if absent
     * @param payee where it is sent to outside the bank; in cash if neither this nor an account is named
     */
    record DisburseLoan(
            LoanId loan,
            CustomerId customer,
            TransactionId transaction,
            Optional<LocalDate> date,
            Optional<Money> amount,
            Optional<AccountId> account,
            Optional<Beneficiary> payee,
            Optional<String> reference)
            implements Enter {}

    record PayLoan(
            LoanId loan,
            TransactionId transaction,
            Optional<LocalDate> date,
            Money amount,
            Optional<AccountId> account,
            Optional<ExcessUse> excess,
            Optional<String> reference)
            implements Enter {}

    /** Pays exactly what settles the loan on that day. */
    record PayOffLoan(
            LoanId loan,
            TransactionId transaction,
            Optional<LocalDate> date,
            Optional<AccountId> account,
            Optional<String> reference)
            implements Enter {}

    record GiveGoodwill(LoanId loan, TransactionId transaction, Optional<LocalDate> date, Money amount, String reason)
            implements Enter {}

    /** @param component a fee or a penalty */
    record ChargeLoanFee(
            LoanId loan,
            TransactionId transaction,
            Optional<LocalDate> date,
            String name,
            Component component,
            Money amount)
            implements Enter {}

    /** @param amount all that is owed of the component, if absent */
    record WaiveLoanAmount(
            LoanId loan,
            TransactionId transaction,
            Optional<LocalDate> date,
            Component component,
            Optional<Money> amount,
            String reason)
            implements Enter {}

    /** @param amount all that was paid too much, if absent */
    record RefundLoanCredit(
            LoanId loan,
            TransactionId transaction,
            Optional<LocalDate> date,
            Optional<Money> amount,
            Optional<AccountId> account,
            String reason)
            implements Enter {}

    /** @param amount all of the payment, if absent */
    record ChargeBackPayment(
            LoanId loan,
            TransactionId transaction,
            Optional<LocalDate> date,
            TransactionId payment,
            Optional<Money> amount,
            String reason)
            implements Enter {}

    record ChangeLoanRate(
            LoanId loan, TransactionId transaction, Optional<LocalDate> date, BigDecimal annualRate, String reason)
            implements Enter {}

    record PauseInterest(
            LoanId loan, TransactionId transaction, Optional<LocalDate> date, LocalDate until, String reason)
            implements Enter {}

    record ReplanLoan(LoanId loan, TransactionId transaction, Optional<LocalDate> date, Replan plan, String reason)
            implements Enter {}

    record ChargeOffLoan(LoanId loan, TransactionId transaction, Optional<LocalDate> date, String reason)
            implements Enter {}

    record WriteOffLoan(LoanId loan, TransactionId transaction, Optional<LocalDate> date, String reason)
            implements Enter {}

    record RecoverLoan(
            LoanId loan,
            TransactionId transaction,
            Optional<LocalDate> date,
            Money amount,
            Optional<AccountId> account,
            String reason)
            implements Enter {}

    /**
     * Takes a payment back as if it had never been made.
     *
     * @param source the account that it came from, to which it returns; the command checks that it is that one
     */
    record ReverseLoanPayment(
            LoanId loan, TransactionId transaction, TransactionId payment, Optional<AccountId> source, String reason)
            implements LoanCommand {}
}
