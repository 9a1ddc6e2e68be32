package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.util.Optional;

/** All that a lender and a borrower agree on: the schedule, and what holds if it is not kept to. */
public record LoanAgreement(LoanTerms terms, LateTerms late, PrepaymentTerms prepayment, AllocationOrder allocation) {
    /**
     * What being late costs.
     *
     * @param graceDays a payment so many days after its due day is still in time for the fee; at least 0
     * @param fee once for each instalment that is late
     * @param defaultRate a year, as a fraction, on principal that is overdue, by days of 365, with no days of grace
     */
    public record LateTerms(int graceDays, Optional<Money> fee, BigDecimal defaultRate) {
        public static final LateTerms NONE = new LateTerms(0, Optional.empty(), BigDecimal.ZERO);

        public LateTerms {
            if (graceDays < 0
                    || defaultRate.signum() < 0
                    || fee.filter(money -> !money.isPositive()).isPresent()) {
                throw new IllegalArgumentException("being late costs nothing or more");
            }
        }
    }

    /**
     * What holds for paying early.
     *
     * @param penaltyRate of the principal that is paid back before it is due, as a fraction below 1
     */
    public record PrepaymentTerms(boolean allowed, BigDecimal penaltyRate, ExcessUse excess) {
        public static final PrepaymentTerms FREE = new PrepaymentTerms(true, BigDecimal.ZERO, ExcessUse.SHORTER_TERM);

        public PrepaymentTerms {
            if (penaltyRate.signum() < 0 || penaltyRate.compareTo(BigDecimal.ONE) >= 0) {
                throw new IllegalArgumentException("a penalty is a fraction from 0 to below 1");
            }
        }
    }

    /** An agreement on a schedule alone. */
    public static LoanAgreement of(LoanTerms terms) {
        return new LoanAgreement(terms, LateTerms.NONE, PrepaymentTerms.FREE, AllocationOrder.STANDARD);
    }

    LoanAgreement with(LoanTerms newTerms) {
        return new LoanAgreement(newTerms, late, prepayment, allocation);
    }
}
