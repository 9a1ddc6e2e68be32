package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.loan.PeriodInterest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A loan as it was worked out to the start of a day. Nothing of it changes any more.
 *
 * @param chapter the running one; absent before anything was paid out
 * @param periods in which the running chapter earns interest
 * @param ended whether nothing is earned or charged any more
 */
record CalculatedLoan(
        LoanPlan plan,
        Optional<Chapter> chapter,
        List<PeriodInterest> periods,
        boolean ended,
        OwedLines dues,
        Sums sums) {

    /**
     * What its dues alone don't tell.
     *
     * @param addedPrincipal interest and charges that became principal, and payments that were taken back
     * @param credit what was paid too much
     * @param interestOpen below zero if more was paid ahead than has been earned
     */
    record Sums(
            BigDecimal paidOut,
            BigDecimal prepaid,
            BigDecimal addedPrincipal,
            BigDecimal credit,
            BigDecimal interestEarned,
            BigDecimal principalOpen,
            BigDecimal interestOpen) {}
}
