package io.nexum.kernel.loan;

import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.util.List;
import java.util.function.Function;

/**
 * All that is to be paid for a loan, in the order of the days.
 *
 * @param interest what it earns meanwhile, period by period
 */
public record LoanSchedule(Currency currency, List<Installment> installments, List<PeriodInterest> interest) {
    public LoanSchedule {
        installments = List.copyOf(installments);
        interest = List.copyOf(interest);
    }

    /** The schedule that follows from a loan's terms. */
    public static LoanSchedule of(LoanTerms terms) {
        return of(terms, List.of(), List.of());
    }

    /** The schedule that is left of a loan's terms by what was paid back before its time, and by pauses of interest. */
    public static LoanSchedule of(LoanTerms terms, List<Prepayment> prepayments, List<InterestPause> pauses) {
        return new Repayment(terms, prepayments, pauses).schedule();
    }

    public Money totalPrincipal() {
        return total(Installment::principal);
    }

    public Money totalInterest() {
        return total(Installment::interest);
    }

    public Money totalPayments() {
        return total(Installment::payment);
    }

    private Money total(Function<Installment, Money> part) {
        return installments.stream().map(part).reduce(Money.zero(currency), Money::plus);
    }
}
