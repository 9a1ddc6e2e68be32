package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.loan.AnnualPercentageRates;
import io.nexum.kernel.loan.LoanSchedule;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.product.FeeScale;
import java.util.Optional;

/**
 * The plan that a loan goes by. One that replaced another begins with the principal that was still to be paid back, and
 * pays nothing out.
 *
 * @param originationFee on what it pays out; absent: none
 */
public record LoanPlan(LoanTerms terms, Optional<FeeScale> originationFee) {
    /** What it costs a year, if all is paid as planned. Interest that a former plan left unpaid doesn't count. */
    public AnnualPercentageRates rates() {
        return AnnualPercentageRates.of(terms, LoanSchedule.of(terms), originationFee);
    }
}
