package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.product.FeeScale;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a lender and a borrower agree on: the schedule, and what holds if it is not kept to.
 *
 * @param originationFee charged to the loan with each amount that is paid out, on that amount; absent: none
 */
public record LoanAgreement(
        LoanTerms terms,
        LateTerms late,
        PrepaymentTerms prepayment,
        AllocationOrder allocation,
        Optional<FeeScale> originationFee) {
    /**
     * What being late costs.
     *
     * @param graceDays a payment so many days after its due day is still in time for the fee; at least 0
     * @param fee once for each instalment that is late, on what of it is open when its days of grace are over
     * @param defaultRate a year, as a fraction, on principal that is overdue, by days of 365, with no days of grace
     */
    public record LateTerms(int graceDays, Optional<FeeScale> fee, BigDecimal defaultRate) {
        public static final LateTerms NONE = new LateTerms(0, Optional.empty(), BigDecimal.ZERO);

        public LateTerms {
            if (graceDays < 0
                    || defaultRate.signum() < 0
                    || fee.filter(FeeScale::isNothing).isPresent()) {
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

    /** @throws IllegalArgumentException if a fee is of another currency */
    public LoanAgreement {
        if (Stream.of(late.fee(), originationFee)
                .flatMap(Optional::stream)
                .anyMatch(fee -> fee.currency() != terms.currency())) {
            throw new IllegalArgumentException("a loan's fees are in its own currency, " + terms.currency());
        }
    }

    /** An agreement without an origination fee. */
    public LoanAgreement(LoanTerms terms, LateTerms late, PrepaymentTerms prepayment, AllocationOrder allocation) {
        this(terms, late, prepayment, allocation, Optional.empty());
    }

    /** An agreement on a schedule alone. */
    public static LoanAgreement of(LoanTerms terms) {
        return new LoanAgreement(terms, LateTerms.NONE, PrepaymentTerms.FREE, AllocationOrder.STANDARD);
    }

    /** The plan that was agreed on at first. */
    public LoanPlan plan() {
        return new LoanPlan(terms, originationFee);
    }

    LoanAgreement with(LoanTerms newTerms) {
        return new LoanAgreement(newTerms, late, prepayment, allocation, originationFee);
    }
}
