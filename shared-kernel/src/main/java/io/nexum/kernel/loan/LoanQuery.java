package io.nexum.kernel.loan;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Query;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.loan.servicing.InstallmentStanding;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import io.nexum.kernel.loan.servicing.LoanEntry;
import io.nexum.kernel.loan.servicing.PaymentSplit;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductVersion;
import io.nexum.kernel.transaction.TransactionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What can be asked about loans, and the shapes of the answers. Days are value dates. */
public sealed interface LoanQuery<R> extends Query<R> {
    /** What is about one loan. */
    sealed interface OfLoan<R> extends LoanQuery<R> {
        LoanId loan();

        @Override
        default Optional<StreamId> entity() {
            return Optional.of(StreamId.of("loan", loan()));
        }
    }

    /** A loan at the start of a day, by all that counts from that day or before. */
    record GetLoan(LoanId loan, LocalDate asOf) implements OfLoan<LoanView> {}

    /** A loan's schedule with what of it is paid; as it was agreed on while nothing is paid out. */
    record GetLoanSchedule(LoanId loan, LocalDate asOf) implements OfLoan<LoanScheduleView> {}

    /** A loan's schedule on the day of a new plan, as it would be with that plan. */
    record GetReplannedSchedule(LoanId loan, LoanEntry.Replanned plan) implements OfLoan<LoanScheduleView> {}

    /** One payment on a loan, by all that is known on a day. */
    record GetLoanPayment(LoanId loan, TransactionId payment, LocalDate asOf) implements OfLoan<LoanPaymentView> {}

    /** What came in for a loan and what of it went back, the oldest first. */
    record FindLoanPayments(LoanId loan, LocalDate asOf, PageRequest page) implements OfLoan<Page<LoanPaymentView>> {}

    /** What would settle a loan on a day. */
    record GetPayoff(LoanId loan, LocalDate date) implements OfLoan<PayoffQuote> {}

    /**
     * In the order in which they were applied for.
     *
     * @param overdue whether an instalment is past due
     * @param asOf the day that lateness is counted to
     */
    record FindLoans(
            Optional<LoanStatus> status,
            Optional<CustomerId> customer,
            Optional<ProductId> product,
            Optional<Boolean> overdue,
            LocalDate asOf,
            PageRequest page)
            implements LoanQuery<Page<LoanView>> {}

    /**
     * The schedule in short, as it was agreed on.
     *
     * @param installment what most payments are
     * @param payments how many
     */
    record Planned(
            Money installment, int payments, Money totalInterest, LocalDate firstPayment, LocalDate lastPayment) {
        public static Planned of(LoanTerms terms) {
            LoanSchedule schedule = LoanSchedule.of(terms);
            List<Installment> lines = schedule.installments();
            int downPayments = lines.size() - terms.plan().payments();
            int grace = Math.max(
                    terms.repayment().principalGrace(), terms.repayment().interestGrace());
            int usual = Math.clamp(downPayments + grace, 0, lines.size() - 1);
            return new Planned(
                    lines.get(usual).payment(),
                    lines.size(),
                    schedule.totalInterest(),
                    lines.getFirst().due(),
                    lines.getLast().due());
        }
    }

    /**
     * @param product the product and its version, where the loan is of one
     * @param asOf the day that it is told for
     * @param figures absent while nothing is paid out
     * @param daysPastDue since the oldest open instalment was due; 0 if none is past due
     * @param stage of IFRS 9, once it was set
     * @param allowance what is set aside for its loss now
     */
    record LoanView(
            LoanId id,
            CustomerId customer,
            Optional<ProductVersion> product,
            LoanStatus status,
            LoanAgreement agreement,
            Planned planned,
            Optional<String> purpose,
            Optional<String> collateral,
            LocalDate appliedOn,
            LocalDate asOf,
            Optional<LoanFigures> figures,
            int daysPastDue,
            Optional<CreditStage> stage,
            Money allowance,
            Instant createdAt,
            Instant updatedAt) {
        public Money principalAgreed() {
            return agreement.terms().disbursements().stream()
                    .map(Disbursement::amount)
                    .reduce(Money.zero(agreement.terms().currency()), Money::plus);
        }

        /** The day of the oldest instalment that is to be paid; of the first one while nothing is paid out. */
        public Optional<LocalDate> nextPayment() {
            return status.isOver()
                    ? Optional.empty()
                    : figures.map(LoanFigures::nextPayment).orElse(Optional.of(planned.firstPayment()));
        }
    }

    /** @param rates of the plan in force */
    record LoanScheduleView(LoanView loan, List<InstallmentStanding> lines, AnnualPercentageRates rates) {
        /** The sum of a part of all lines. */
        public Money total(Function<InstallmentStanding, Money> part) {
            return lines.stream()
                    .map(part)
                    .reduce(Money.zero(loan.agreement().terms().currency()), Money::plus);
        }
    }

    /**
     * @param entry {@code Paid}, {@code ChargedBack}, {@code Refunded} or {@code Recovered}
     * @param split what a payment pays, as all that is known now has it
     * @param reversed whether it counts no more
     */
    record LoanPaymentView(
            LoanEntry entry,
            Money amount,
            LocalDate bookingDate,
            Optional<PaymentSplit> split,
            Optional<AccountId> account,
            Optional<String> reference,
            Optional<String> reason,
            boolean reversed) {
        public TransactionId id() {
            return entry.id();
        }
    }

    /**
     * @param payoff the sum of the parts
     * @param interest that is earned and not paid; below zero if paid ahead
     * @param penalties with default interest
     * @param prepaymentPenalty for paying before the time
     * @param goodThrough the day that it holds for, if nothing else happens meanwhile
     * @param perDiem the interest of the day after that, by which the sum then grows
     */
    record PayoffQuote(
            LoanId loan,
            CustomerId customer,
            LocalDate goodThrough,
            Money payoff,
            Money principal,
            Money interest,
            Money fees,
            Money penalties,
            Money prepaymentPenalty,
            Money perDiem) {
        public Money charges() {
            return fees.plus(penalties);
        }
    }
}
