package io.nexum.gateway.loan;

import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanQuery.PayoffQuote;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;

/**
 * @param payoffAmount principal, interest, charges and the prepayment penalty
 * @param chargesAmount fees and penalties
 * @param penaltiesAmount with default interest
 * @param perDiem the interest of the day after {@code goodThrough}
 */
record PayoffQuoteAnswer(
        LoanId loanId,
        LocalDate goodThrough,
        Money payoffAmount,
        Money principalAmount,
        Money interestAmount,
        Money chargesAmount,
        Money feesAmount,
        Money penaltiesAmount,
        Money prepaymentPenalty,
        Money perDiem) {
    static PayoffQuoteAnswer of(PayoffQuote quote) {
        return new PayoffQuoteAnswer(
                quote.loan(),
                quote.goodThrough(),
                quote.payoff(),
                quote.principal(),
                quote.interest(),
                quote.charges(),
                quote.fees(),
                quote.penalties(),
                quote.prepaymentPenalty(),
                quote.perDiem());
    }
}
