package io.nexum.gateway.product;

import io.nexum.gateway.terms.ScaleAnswer;
import io.nexum.kernel.product.CreditLineConditions;
import io.nexum.kernel.product.LoanConditions;
import java.util.Optional;

/** What products for loans and for credit lines say of payments that are late, as their clients read it. */
record LatenessTerms(Optional<Integer> gracePeriodDays, Optional<ScaleAnswer> latePaymentFee) {
    static LatenessTerms of(LoanConditions loan) {
        return new LatenessTerms(loan.graceDays(), loan.lateFee().map(ScaleAnswer::of));
    }

    static LatenessTerms of(CreditLineConditions line) {
        return new LatenessTerms(Optional.of(line.graceDays()), line.lateFee().map(ScaleAnswer::of));
    }
}
