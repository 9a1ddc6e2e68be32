package io.nexum.kernel.loan;

import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.util.List;
import java.util.function.Function;

/** All that is to be paid for a loan, in the order of the days. */
public record LoanSchedule(Currency currency, List<Installment> installments) {
    public LoanSchedule {
        installments = List.copyOf(installments);
    }

    /** The schedule that follows from a loan's terms. */
    public static LoanSchedule of(LoanTerms terms) {
        return new LoanSchedule(terms.currency(), new Repayment(terms).installments());
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
