package io.nexum.gateway.loan;

import io.nexum.gateway.terms.PaymentFrequencies;
import io.nexum.gateway.terms.ScaleAnswer;
import io.nexum.gateway.terms.TermWords;
import io.nexum.kernel.calendar.DateAdjustment;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.loan.Amortization;
import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.loan.InterestPeriod;
import io.nexum.kernel.loan.LoanQuery.LoanView;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.LoanTerms.InterestTerms;
import io.nexum.kernel.loan.MonthEnd;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.loan.WorkingDays.InterestDates;
import io.nexum.kernel.loan.servicing.ExcessUse;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was agreed on, by the names that a request has for it. Rates are fractions of plain digits. The principal of each
 * payment, where the terms name it, is told by the schedule.
 *
 * @param disbursementDate when it is planned to be paid out, or its first part
 * @param numberOfPayments without down payments
 * @param termMonths to the nearest whole month
 * @param lateFee once for each instalment that is late
 * @param originationFee on each amount that is paid out
 * @param disbursements all that are planned
 * @param rateChanges agreed on from the start
 * @param paymentAmount what most payments are
 * @param totalPayments with down payments
 */
record AgreedTerms(
        Money principalAmount,
        String annualInterestRate,
        LocalDate disbursementDate,
        int numberOfPayments,
        int termMonths,
        Object paymentFrequency,
        Amortization amortizationMethod,
        String dayCount,
        InterestPeriod interestPeriod,
        Optional<String> installmentMultiple,
        int principalGracePayments,
        int interestGracePayments,
        MonthEnd monthEndRule,
        DateAdjustment businessDayAdjustment,
        InterestDates interestDates,
        String downPaymentPercent,
        boolean allowPrepayment,
        String prepaymentPenaltyRate,
        ExcessUse prepaymentEffect,
        int gracePeriodDays,
        Optional<ScaleAnswer> lateFee,
        Optional<ScaleAnswer> originationFee,
        String defaultInterestRate,
        List<Disbursement> disbursements,
        List<RateFrom> rateChanges,
        Money paymentAmount,
        Optional<Money> weeklyPayment,
        Optional<Money> monthlyPayment,
        int totalPayments,
        Money totalInterest,
        LocalDate firstPaymentDate,
        LocalDate lastPaymentDate) {
    /** Another rate from a day on. */
    record RateFrom(LocalDate from, String annualInterestRate) {}

    static AgreedTerms of(LoanView loan) {
        LoanAgreement agreement = loan.agreement();
        LoanTerms terms = agreement.terms();
        Money usual = loan.planned().installment();
        PaymentFrequency frequency = terms.plan().frequency();
        return new AgreedTerms(
                loan.principalAgreed(),
                terms.interest().annualRate().toPlainString(),
                terms.start(),
                terms.plan().payments(),
                terms.months(),
                PaymentFrequencies.shown(frequency),
                terms.repayment().amortization(),
                dayCount(terms.interest()),
                terms.interest().period(),
                terms.repayment().multiple().map(BigDecimal::toPlainString),
                terms.repayment().principalGrace(),
                terms.repayment().interestGrace(),
                terms.plan().monthEnd(),
                terms.plan().workingDays().rule(),
                terms.plan().workingDays().interestDates(),
                terms.repayment().downPaymentPercent().toPlainString(),
                agreement.prepayment().allowed(),
                agreement.prepayment().penaltyRate().toPlainString(),
                agreement.prepayment().excess(),
                agreement.late().graceDays(),
                agreement.late().fee().map(ScaleAnswer::of),
                agreement.originationFee().map(ScaleAnswer::of),
                agreement.late().defaultRate().toPlainString(),
                terms.disbursements(),
                terms.interest().changes().stream()
                        .map(change ->
                                new RateFrom(change.from(), change.annualRate().toPlainString()))
                        .toList(),
                usual,
                Optional.of(usual).filter(money -> frequency.equals(PaymentFrequency.WEEKLY)),
                Optional.of(usual).filter(money -> frequency.equals(PaymentFrequency.MONTHLY)),
                loan.planned().payments(),
                loan.planned().totalInterest(),
                loan.planned().firstPayment(),
                loan.planned().lastPayment());
    }

    /** A word that means the same if it is sent again: where days count, months of 30 are told by their rule. */
    private static String dayCount(InterestTerms interest) {
        boolean daysOfThirties =
                interest.dayCount() == DayCount.THIRTY_360_US && interest.period() == InterestPeriod.DAILY;
        return daysOfThirties ? "thirty_360_us" : TermWords.DAY_COUNTS.word(interest.dayCount());
    }
}
