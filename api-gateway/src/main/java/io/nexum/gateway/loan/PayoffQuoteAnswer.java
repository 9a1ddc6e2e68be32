package io.nexum.gateway.loan;

import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanQuery.PayoffQuote;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;

/** @param payoffAmount the sum of the others */
record PayoffQuoteAnswer(
        LoanId loanId,
        LocalDate goodThrough,
        Money payoffAmount,
        Money principalAmount,
        Money interestAmount,
        Money chargesAmount,
        Money prepaymentPenalty) {
    static PayoffQuoteAnswer of(PayoffQuote quote) {
        return new PayoffQuoteAnswer(
                quote.loan(),
                quote.goodThrough(),
                quote.payoff(),
                quote.principal(),
                quote.interest(),
                quote.charges(),
                quote.prepaymentPenalty());
    }
}
