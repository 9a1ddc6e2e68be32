package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.loan.Amortization;
import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.LoanTerms.InterestTerms;
import io.nexum.kernel.loan.LoanTerms.PaymentPlan;
import io.nexum.kernel.loan.LoanTerms.RepaymentTerms;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.loan.RateChange;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Gives a loan that is being worked out a new plan from a day on. */
final class Replanning {
    private final Reckoning loan;

    Replanning(Reckoning loan) {
        this.loan = loan;
    }

    /** Leaves a loan as it is that has nothing left to plan. */
    void apply(LocalDate date, Replan replan) {
        boolean laterOnly = replan instanceof Replan.Reschedule;
        if ((laterOnly ? laterPrincipal(date) : loan.principalOpen()).signum() <= 0) {
            return;
        }
        LoanTerms old = loan.chapter().terms();
        List<LocalDate> left = loan.dues.all().stream()
                .filter(owed -> owed.component == Component.PRINCIPAL && owed.installment && owed.due.isAfter(date))
                .filter(Owed::isOpen)
                .map(owed -> owed.due)
                .distinct()
                .toList();
        Optional<LocalDate> next = left.stream().findFirst();
        int remaining = Math.max(1, left.size());
        switch (replan) {
            case Replan.Reschedule plan ->
                reschedule(
                        date,
                        terms(
                                old,
                                date,
                                laterPrincipal(date),
                                plan.annualRate().orElse(rateOn(old, date)),
                                plan.firstPayment().or(() -> next),
                                plan.payments().orElse(remaining),
                                plan.frequency()));
            case Replan.ReAge plan ->
                renew(
                        date,
                        false,
                        rateOn(old, date),
                        Optional.of(plan.firstPayment()),
                        plan.payments(),
                        plan.frequency());
            case Replan.ReAmortize plan -> renew(date, false, rateOn(old, date), next, remaining, Optional.empty());
            case Replan.Restructure plan ->
                renew(
                        date,
                        plan.capitalize(),
                        plan.annualRate(),
                        Optional.of(plan.firstPayment()),
                        plan.payments(),
                        plan.frequency());
        }
    }

    /** What is not due yet gets other terms; interest so far in the running period comes with the new instalments. */
    private void reschedule(LocalDate date, LoanTerms terms) {
        BigDecimal overdue = loan.dues.open(Reckoning.isDue(Component.INTEREST, date));
        loan.turnTo(terms, loan.interestOpen(date).subtract(overdue), true);
    }

    private void renew(
            LocalDate date,
            boolean capitalize,
            BigDecimal rate,
            Optional<LocalDate> firstPayment,
            int payments,
            Optional<PaymentFrequency> frequency) {
        LoanTerms old = loan.chapter().terms();
        BigDecimal interest = loan.interestOpen(date);
        if (capitalize) {
            BigDecimal charges = loan.chargesOpen();
            loan.dues.all().stream().filter(owed -> owed.component.isCharge()).forEach(Owed::settle);
            loan.capitalized = loan.capitalized.add(charges).add(interest);
        }
        BigDecimal principal = loan.principalOpen();
        LoanTerms terms = terms(old, date, principal, rate, firstPayment, payments, frequency);
        loan.turnTo(terms, capitalize ? BigDecimal.ZERO : interest, false);
        if (capitalize) {
            loan.addSettled(Component.INTEREST, date, interest);
        }
    }

    private BigDecimal laterPrincipal(LocalDate date) {
        return loan.principalOpen().subtract(loan.dues.open(Reckoning.isDue(Component.PRINCIPAL, date)));
    }

    private static LoanTerms terms(
            LoanTerms old,
            LocalDate date,
            BigDecimal principal,
            BigDecimal rate,
            Optional<LocalDate> firstPayment,
            int payments,
            Optional<PaymentFrequency> frequency) {
        Money amount = Money.of(principal, old.currency());
        InterestTerms interest = old.interest();
        RepaymentTerms repayment = old.repayment();
        return new LoanTerms(
                List.of(new Disbursement(date, amount)),
                new PaymentPlan(
                        frequency.orElse(old.plan().frequency()),
                        payments,
                        firstPayment,
                        old.plan().monthEnd(),
                        old.plan().workingDays(),
                        List.of()),
                new InterestTerms(
                        rate,
                        interest.changes().stream()
                                .filter(change -> change.from().isAfter(date))
                                .toList(),
                        interest.dayCount(),
                        interest.period()),
                new RepaymentTerms(
                        repayment.amortization() == Amortization.CUSTOM
                                ? Amortization.EQUAL_PRINCIPAL
                                : repayment.amortization(),
                        repayment.multiple(),
                        0,
                        0,
                        BigDecimal.ZERO,
                        List.of()));
    }

    private static BigDecimal rateOn(LoanTerms terms, LocalDate date) {
        return terms.interest().changes().stream()
                .filter(change -> !change.from().isAfter(date))
                .reduce((earlier, later) -> later)
                .map(RateChange::annualRate)
                .orElse(terms.interest().annualRate());
    }
}
