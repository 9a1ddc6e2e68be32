package io.nexum.kernel.log;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.calendar.DateAdjustment;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.customer.BeneficiaryId;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.loan.AgeingBucket;
import io.nexum.kernel.loan.Amortization;
import io.nexum.kernel.loan.CreditStage;
import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.loan.InterestPause;
import io.nexum.kernel.loan.InterestPeriod;
import io.nexum.kernel.loan.InterestSpan;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.loan.LoanFigures;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.MonthEnd;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.loan.PeriodInterest;
import io.nexum.kernel.loan.RateChange;
import io.nexum.kernel.loan.WorkingDays;
import io.nexum.kernel.loan.servicing.AllocationOrder;
import io.nexum.kernel.loan.servicing.Component;
import io.nexum.kernel.loan.servicing.ExcessUse;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import io.nexum.kernel.loan.servicing.LoanEntry;
import io.nexum.kernel.loan.servicing.Outlook;
import io.nexum.kernel.loan.servicing.PaymentSplit;
import io.nexum.kernel.loan.servicing.Replan;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.product.GlRole;
import io.nexum.kernel.product.ProductGlAccounts;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductVersion;
import io.nexum.kernel.transaction.TransactionId;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The golden events of loans. */
final class LoanExamples {
    private static final LoanId LOAN = LoanId.of("0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d0c");
    private static final CustomerId CUSTOMER = CustomerId.of("0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d03");
    private static final TransactionId TRANSACTION = new TransactionId(uuid(5));
    private static final TransactionId PAYMENT = new TransactionId(uuid(13));
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    private LoanExamples() {}

    static List<DomainEvent> events() {
        return Stream.of(life(), money(), changes(), days())
                .flatMap(List::stream)
                .toList();
    }

    private static List<DomainEvent> life() {
        return List.of(
                new LoanEvent.LoanApplied(
                        LOAN,
                        CUSTOMER,
                        agreement(),
                        Optional.of(new ProductVersion(new ProductId(uuid(11)), 2)),
                        new ProductGlAccounts(Map.of(GlRole.LOANS_RECEIVABLE, new GlCode("1101"))),
                        Optional.of("Stock for the shop"),
                        Optional.of("Equipment"),
                        DAY),
                new LoanEvent.LoanApproved(LOAN, "committee of 12 February"),
                new LoanEvent.LoanOriginated(LOAN, "signed"),
                new LoanEvent.LoanCancelled(LOAN, "the borrower changed her mind"),
                new LoanEvent.LoanActivated(LOAN, "all is paid out"),
                new LoanEvent.LoanDefaulted(LOAN, "90 days past due"),
                new LoanEvent.LoanDefaultCured(LOAN, "paid up"),
                new LoanEvent.LoanPaidOff(LOAN, "the last payment"),
                new LoanEvent.LoanReopened(LOAN, "a payment was taken back"),
                new LoanEvent.LoanClosed(LOAN, "no business any more"));
    }

    private static List<DomainEvent> money() {
        LoanEntry.Paid paid = new LoanEntry.Paid(
                PAYMENT, DAY, usd("87.50"), Optional.of(ExcessUse.LOWER_INSTALLMENT), LoanEntry.Source.BORROWER);
        LoanEntry.Paid given =
                new LoanEntry.Paid(PAYMENT, DAY, usd("87.50"), Optional.empty(), LoanEntry.Source.GOODWILL);
        return List.of(
                new LoanEvent.LoanDisbursed(
                        LOAN,
                        new LoanEntry.PaidOut(TRANSACTION, DAY, usd("1000.00")),
                        Optional.of(new BeneficiaryId(uuid(6))),
                        particulars(),
                        figures(),
                        lines()),
                new LoanEvent.LoanPaymentReceived(LOAN, paid, split(), particulars(), figures(), lines()),
                new LoanEvent.LoanGoodwillGiven(LOAN, given, split(), particulars(), figures(), lines()),
                new LoanEvent.LoanFeeCharged(
                        LOAN,
                        new LoanEntry.Charged(TRANSACTION, DAY, "Reminder", Component.FEE, usd("5.00")),
                        particulars(),
                        figures(),
                        lines()),
                new LoanEvent.LoanAmountWaived(
                        LOAN,
                        new LoanEntry.Waived(TRANSACTION, DAY, Component.PENALTY, usd("25.00")),
                        particulars(),
                        figures(),
                        lines()),
                new LoanEvent.LoanCreditRefunded(
                        LOAN, new LoanEntry.Refunded(TRANSACTION, DAY, usd("3.20")), particulars(), figures(), lines()),
                new LoanEvent.LoanPaymentChargedBack(
                        LOAN,
                        new LoanEntry.ChargedBack(TRANSACTION, DAY, usd("87.50")),
                        PAYMENT,
                        particulars(),
                        figures(),
                        lines()),
                new LoanEvent.LoanPaymentReversed(LOAN, TRANSACTION, PAYMENT, DAY, particulars(), figures(), lines()));
    }

    private static List<DomainEvent> changes() {
        return List.of(
                new LoanEvent.LoanRateChanged(
                        LOAN,
                        new LoanEntry.RateSet(TRANSACTION, DAY, new BigDecimal("0.0475")),
                        particulars(),
                        figures(),
                        List.of()),
                new LoanEvent.LoanInterestPaused(
                        LOAN,
                        new LoanEntry.Paused(TRANSACTION, DAY, new InterestPause(DAY, DAY.plusDays(30))),
                        particulars(),
                        figures(),
                        List.of()),
                new LoanEvent.LoanReplanned(
                        LOAN,
                        new LoanEntry.Replanned(
                                TRANSACTION,
                                DAY,
                                new Replan.Restructure(
                                        new BigDecimal("0.18"),
                                        DAY.plusDays(20),
                                        24,
                                        Optional.of(PaymentFrequency.BI_WEEKLY),
                                        true)),
                        particulars(),
                        figures(),
                        lines()),
                new LoanEvent.LoanChargedOff(
                        LOAN, new LoanEntry.ChargedOff(TRANSACTION, DAY), particulars(), figures(), lines()),
                new LoanEvent.LoanWrittenOff(
                        LOAN, new LoanEntry.WrittenOff(TRANSACTION, DAY), particulars(), figures(), lines()),
                new LoanEvent.LoanRecovered(
                        LOAN,
                        new LoanEntry.Recovered(TRANSACTION, DAY, usd("40.00")),
                        particulars(),
                        figures(),
                        lines()));
    }

    private static List<DomainEvent> days() {
        return List.of(
                new LoanEvent.LoanInterestAccrued(LOAN, DAY, usd("0.66"), usd("0.05"), Optional.of(outlook()), lines()),
                new LoanEvent.LoanLateFeesCharged(LOAN, DAY, usd("25.00"), lines()),
                new LoanEvent.LoanAged(LOAN, DAY, 31, AgeingBucket.DAYS_31_60, figures()),
                new LoanEvent.LoanProvisioned(LOAN, DAY, CreditStage.STAGE_2, usd("120.00"), lines()));
    }

    private static LoanAgreement agreement() {
        return new LoanAgreement(
                new LoanTerms(
                        List.of(
                                new Disbursement(DAY, usd("600.00")),
                                new Disbursement(DAY.plusDays(14), usd("400.00"))),
                        new LoanTerms.PaymentPlan(
                                PaymentFrequency.MONTHLY,
                                12,
                                Optional.of(DAY.plusDays(31)),
                                MonthEnd.CLAMP,
                                new WorkingDays(
                                        DateAdjustment.MODIFIED_FOLLOWING,
                                        new HolidayCalendar(
                                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                                Set.of(LocalDate.of(2026, 12, 25))),
                                        WorkingDays.InterestDates.UNADJUSTED),
                                List.of()),
                        new LoanTerms.InterestTerms(
                                new BigDecimal("0.24"),
                                List.of(new RateChange(DAY.plusDays(90), new BigDecimal("0.20"))),
                                DayCount.ACTUAL_365,
                                InterestPeriod.DAILY),
                        new LoanTerms.RepaymentTerms(
                                Amortization.EQUAL_INSTALLMENT,
                                Optional.of(new BigDecimal("0.5")),
                                1,
                                0,
                                new BigDecimal("10"),
                                List.of())),
                new LoanAgreement.LateTerms(7, Optional.of(lateFee()), new BigDecimal("0.3")),
                new LoanAgreement.PrepaymentTerms(true, new BigDecimal("0.02"), ExcessUse.SHORTER_TERM),
                AllocationOrder.STANDARD,
                Optional.of(FeeScale.fixed(usd("15.00"))));
    }

    private static FeeScale lateFee() {
        return new FeeScale(
                List.of(new FeeScale.Tier(Optional.empty(), usd("0.00"), new BigDecimal("0.05"))),
                Optional.of(usd("5.00")),
                Optional.of(usd("25.00")));
    }

    private static Outlook outlook() {
        InterestSpan span = new InterestSpan(DAY.minusDays(5), DAY.plusDays(26), new BigDecimal("20.4712"));
        return new Outlook(
                DAY.plusDays(20), new PeriodInterest(DAY.minusDays(5), DAY.plusDays(26), usd("20.47"), List.of(span)));
    }

    private static PaymentSplit split() {
        return new PaymentSplit(
                Map.of(
                        Component.PENALTY, usd("25.00"),
                        Component.FEE, usd("5.00"),
                        Component.DEFAULT_INTEREST, usd("0.05"),
                        Component.INTEREST, usd("20.45"),
                        Component.PRINCIPAL, usd("36.00")),
                usd("1.00"),
                usd("964.00"),
                Optional.empty());
    }

    private static LoanFigures figures() {
        return new LoanFigures(
                DAY,
                DAY.minusDays(1),
                usd("1000.00"),
                usd("964.00"),
                usd("3.30"),
                usd("5.00"),
                usd("25.05"),
                usd("1.00"),
                usd("23.75"),
                Optional.of(DAY.minusDays(31)),
                usd("87.50"),
                Optional.of(DAY.minusDays(31)),
                usd("87.50"),
                12,
                11,
                Optional.empty());
    }

    private static LoanEvent.Particulars particulars() {
        return new LoanEvent.Particulars(
                DAY.plusDays(1), Optional.of(new AccountId(uuid(1))), Optional.of("INV-7"), Optional.of("as agreed"));
    }

    private static List<JournalLine> lines() {
        return List.of(
                JournalLine.debit(DefaultChart.CASH, usd("12.50")),
                JournalLine.credit(new GlCode("1101"), LOAN, usd("12.50")));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static UUID uuid(int last) {
        return new UUID(0x0199f0a25b1e7c43L, 0x9d583f6a2b8c1d00L + last);
    }
}
