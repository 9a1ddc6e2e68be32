package io.nexum.gateway.loan;

import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanQuery.PayoffQuote;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;

/**
 * @param payoffDate the same as {@code goodThrough}, and so is {@code goodThroughDate}
 * @param principalBalance the same as {@code principalAmount}
 * @param accruedInterest the same as {@code interestAmount}
 * @param totalPayoffAmount the same as {@code payoffAmount}
 * @param payoffAmount principal, interest, charges and the prepayment penalty
 * @param chargesAmount fees and penalties
 * @param penaltiesAmount with default interest
 * @param perDiem the interest of the day after {@code goodThrough}
 */
record PayoffQuoteAnswer(
        LoanId loanId,
        LocalDate payoffDate,
        LocalDate goodThrough,
        LocalDate goodThroughDate,
        Money payoffAmount,
        Money totalPayoffAmount,
        Money principalAmount,
        Money principalBalance,
        Money interestAmount,
        Money accruedInterest,
        Money chargesAmount,
        Money feesAmount,
        Money penaltiesAmount,
        Money prepaymentPenalty,
        Money perDiem) {
    static PayoffQuoteAnswer of(PayoffQuote quote) {
        return new PayoffQuoteAnswer(
                quote.loan(),
                quote.goodThrough(),
                quote.goodThrough(),
                quote.goodThrough(),
                quote.payoff(),
                quote.payoff(),
                quote.principal(),
                quote.principal(),
                quote.interest(),
                quote.interest(),
                quote.charges(),
                quote.fees(),
                quote.penalties(),
                quote.prepaymentPenalty(),
                quote.perDiem());
    }
}
