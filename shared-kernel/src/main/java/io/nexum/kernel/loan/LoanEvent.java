package io.nexum.kernel.loan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.customer.BeneficiaryId;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.Posting;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import io.nexum.kernel.loan.servicing.LoanEntry;
import io.nexum.kernel.loan.servicing.Outlook;
import io.nexum.kernel.loan.servicing.PaymentSplit;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductGlAccounts;
import io.nexum.kernel.product.ProductVersion;
import io.nexum.kernel.transaction.TransactionId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everything that can happen to a loan. */
public sealed interface LoanEvent extends DomainEvent {
    LoanId loan();

    @Override
    default StreamId stream() {
        return StreamId.of("loan", loan());
    }

    /**
     * @param product the product and its version, where the loan is of one
     * @param accounts the general-ledger accounts of that product
     */
    record LoanApplied(
            LoanId loan,
            CustomerId customer,
            LoanAgreement agreement,
            Optional<ProductVersion> product,
            ProductGlAccounts accounts,
            Optional<String> purpose,
            Optional<String> collateral,
            LocalDate appliedOn)
            implements LoanEvent {}

    record LoanApproved(LoanId loan, String reason) implements LoanEvent {}

    record LoanOriginated(LoanId loan, String reason) implements LoanEvent {}

    record LoanCancelled(LoanId loan, String reason) implements LoanEvent {}

    /** All that was agreed on is paid out, or the first payment came. */
    record LoanActivated(LoanId loan, String reason) implements LoanEvent {}

    record LoanDefaulted(LoanId loan, String reason) implements LoanEvent {}

    /** A loan in default was paid up to the day. */
    record LoanDefaultCured(LoanId loan, String reason) implements LoanEvent {}

    record LoanPaidOff(LoanId loan, String reason) implements LoanEvent {}

    /** A loan that was paid off owes again, as after a payment was taken back. */
    record LoanReopened(LoanId loan, String reason) implements LoanEvent {}

    record LoanClosed(LoanId loan, String reason) implements LoanEvent {}

    /**
     * What goes with an entry.
     *
     * @param account the customer's account at the other end, where there is one
     * @param reference the client's own
     */
    record Particulars(
            LocalDate bookingDate, Optional<AccountId> account, Optional<String> reference, Optional<String> reason) {}

    /** Something counts from a day on, and all that follows from it is posted with it. */
    sealed interface Entered extends LoanEvent, Posting {
        LoanEntry entry();

        Particulars particulars();

        LoanFigures after();

        @Override
        @JsonIgnore
        default TransactionId transaction() {
            return entry().id();
        }

        @Override
        @JsonIgnore
        default LocalDate bookingDate() {
            return particulars().bookingDate();
        }

        @Override
        @JsonIgnore
        default LocalDate valueDate() {
            return entry().date();
        }
    }

    /** @param payee whom it was sent to outside the bank, one of the customer's payees */
    record LoanDisbursed(
            LoanId loan,
            LoanEntry.PaidOut entry,
            Optional<BeneficiaryId> payee,
            Particulars particulars,
            LoanFigures after,
            List<JournalLine> lines)
            implements Entered {}

    record LoanPaymentReceived(
            LoanId loan,
            LoanEntry.Paid entry,
            PaymentSplit split,
            Particulars particulars,
            LoanFigures after,
            List<JournalLine> lines)
            implements Entered {}

    record LoanGoodwillGiven(
            LoanId loan,
            LoanEntry.Paid entry,
            PaymentSplit split,
            Particulars particulars,
            LoanFigures after,
            List<JournalLine> lines)
            implements Entered {}

    record LoanFeeCharged(
            LoanId loan, LoanEntry.Charged entry, Particulars particulars, LoanFigures after, List<JournalLine> lines)
            implements Entered {}

    record LoanAmountWaived(
            LoanId loan, LoanEntry.Waived entry, Particulars particulars, LoanFigures after, List<JournalLine> lines)
            implements Entered {}

    record LoanCreditRefunded(
            LoanId loan, LoanEntry.Refunded entry, Particulars particulars, LoanFigures after, List<JournalLine> lines)
            implements Entered {}

    /** @param payment the payment that was taken back */
    record LoanPaymentChargedBack(
            LoanId loan,
            LoanEntry.ChargedBack entry,
            TransactionId payment,
            Particulars particulars,
            LoanFigures after,
            List<JournalLine> lines)
            implements Entered {}

    record LoanRateChanged(
            LoanId loan, LoanEntry.RateSet entry, Particulars particulars, LoanFigures after, List<JournalLine> lines)
            implements Entered {}

    record LoanInterestPaused(
            LoanId loan, LoanEntry.Paused entry, Particulars particulars, LoanFigures after, List<JournalLine> lines)
            implements Entered {}

    /** Rescheduled, re-aged, re-amortised or restructured. */
    record LoanReplanned(
            LoanId loan, LoanEntry.Replanned entry, Particulars particulars, LoanFigures after, List<JournalLine> lines)
            implements Entered {}

    record LoanChargedOff(
            LoanId loan,
            LoanEntry.ChargedOff entry,
            Particulars particulars,
            LoanFigures after,
            List<JournalLine> lines)
            implements Entered {}

    record LoanWrittenOff(
            LoanId loan,
            LoanEntry.WrittenOff entry,
            Particulars particulars,
            LoanFigures after,
            List<JournalLine> lines)
            implements Entered {}

    record LoanRecovered(
            LoanId loan, LoanEntry.Recovered entry, Particulars particulars, LoanFigures after, List<JournalLine> lines)
            implements Entered {}

    /** A payment counts as never made; what it had paid is shared out anew among those after it. */
    record LoanPaymentReversed(
            LoanId loan,
            TransactionId transaction,
            TransactionId payment,
            LocalDate valueDate,
            Particulars particulars,
            LoanFigures after,
            List<JournalLine> lines)
            implements LoanEvent, Posting {
        @Override
        @JsonIgnore
        public LocalDate bookingDate() {
            return particulars().bookingDate();
        }
    }

    /** Work of the bank's day on one loan and one date. Its transaction's id follows from both. */
    sealed interface DayPosting extends LoanEvent, Posting {
        /** The date that is closed. */
        LocalDate date();

        @JsonIgnore
        String step();

        @Override
        @JsonIgnore
        default TransactionId transaction() {
            String name = loan() + "/" + step() + "/" + date();
            return new TransactionId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII)));
        }

        @Override
        @JsonIgnore
        default LocalDate bookingDate() {
            return date();
        }

        @Override
        @JsonIgnore
        default LocalDate valueDate() {
            return date();
        }
    }

    /**
     * Interest was earned through a day, on the loan and, at the default rate, on what is overdue of it.
     *
     * @param interest since the day before, or since the last time; below zero if less was earned than was thought
     * @param outlook what it earns next, where that was worked out anew
     */
    record LoanInterestAccrued(
            LoanId loan,
            LocalDate date,
            Money interest,
            Money defaultInterest,
            Optional<Outlook> outlook,
            List<JournalLine> lines)
            implements DayPosting {
        @Override
        public String step() {
            return "accrual";
        }
    }

    /** Instalments were not paid within their days of grace. Each costs the fee once. */
    record LoanLateFeesCharged(LoanId loan, LocalDate date, Money amount, List<JournalLine> lines)
            implements DayPosting {
        @Override
        public String step() {
            return "late_fees";
        }
    }

    /** What is overdue, or what is due next, has changed with the day. */
    record LoanAged(LoanId loan, LocalDate date, int daysPastDue, AgeingBucket bucket, LoanFigures after)
            implements LoanEvent {}

    /**
     * The allowance for the loan's expected loss is set.
     *
     * @param stage of IFRS 9
     * @param allowance what is set aside from now on
     */
    record LoanProvisioned(LoanId loan, LocalDate date, CreditStage stage, Money allowance, List<JournalLine> lines)
            implements DayPosting {
        @Override
        public String step() {
            return "provision";
        }
    }
}
