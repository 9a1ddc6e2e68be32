package io.nexum.gateway.product;

import io.nexum.gateway.terms.PaymentFrequencies;
import io.nexum.gateway.terms.ScaleAnswer;
import io.nexum.kernel.loan.Amortization;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.LoanConditions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a product for loans says, as its clients read it, beside its {@link LatenessTerms}. */
record LendingTerms(
        Optional<Money> minLoanAmount,
        Optional<Money> maxLoanAmount,
        Optional<Integer> minLoanTermMonths,
        Optional<Integer> defaultLoanTermMonths,
        Optional<Integer> maxLoanTermMonths,
        Optional<Object> paymentFrequency,
        Optional<Amortization> amortizationMethod,
        Optional<Boolean> prepaymentAllowed,
        Optional<String> prepaymentPenaltyRate,
        Optional<String> defaultInterestRate,
        Optional<List<String>> paymentAllocation,
        Optional<ScaleAnswer> originationFee) {
    static LendingTerms of(LoanConditions loan) {
        return new LendingTerms(
                loan.amount().least(),
                loan.amount().most(),
                loan.term().least(),
                loan.term().usual(),
                loan.term().most(),
                Optional.of(PaymentFrequencies.shown(loan.paymentFrequency())),
                Optional.of(loan.amortization()),
                Optional.of(loan.prepayment().allowed()),
                loan.prepayment().penaltyRate().map(BigDecimal::toPlainString),
                loan.defaultRate().map(BigDecimal::toPlainString),
                loan.allocationOrder().isEmpty() ? Optional.empty() : Optional.of(loan.allocationOrder()),
                loan.originationFee().map(ScaleAnswer::of));
    }
}
