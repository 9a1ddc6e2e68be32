package io.nexum.gateway.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Amount;
import io.nexum.gateway.request.Checked;
import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.Name;
import io.nexum.gateway.request.Rate;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.gateway.terms.AllocationWords;
import io.nexum.gateway.terms.FeeScaleFields;
import io.nexum.gateway.terms.InOneCurrency;
import io.nexum.gateway.terms.PaymentFrequencies;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.loan.Amortization;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.LoanConditions;
import io.nexum.kernel.product.LoanConditions.AmountRange;
import io.nexum.kernel.product.LoanConditions.Prepayment;
import io.nexum.kernel.product.LoanConditions.TermRange;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductGlAccounts;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;

/**
 * What a product for loans is to say.
 *
 * @param prepaymentPenaltyRate of what is paid early, as a fraction
 * @param paymentAllocation see {@link AllocationWords}
 */
record LoanFields(
        @JsonUnwrapped LendingFields lending,
        Optional<@PositiveOrZero Amount> minLoanAmount,
        Optional<@PositiveOrZero Amount> maxLoanAmount,
        @JsonUnwrapped Terms terms,

        @Schema(implementation = String.class, description = "a word as in monthly, or an object of every and unit")
        @Default("monthly")
        @ConvertedBy(PaymentFrequencies.Form.class)
        PaymentFrequency paymentFrequency,

        @Name({"amortization_method", "amortization"}) @Default("equal_installment")
        Amortization amortizationMethod,

        @Name({"late_payment_fee", "late_fee"}) Optional<FeeScaleFields> latePaymentFee,
        Optional<FeeScaleFields> originationFee,

        @Name({"prepayment_allowed", "allow_prepayment"}) @Default("true")
        boolean prepaymentAllowed,

        Optional<@Rate BigDecimal> prepaymentPenaltyRate,
        Optional<@Rate BigDecimal> defaultInterestRate,

        @Default("[]") @Size(max = AllocationWords.MOST)
        List<@Size(max = AllocationWords.LONGEST_WORD) String> paymentAllocation)
        implements Checked {
    /** For how many months. */
    record Terms(
            Optional<@Range(min = 1, max = LoanConditions.MOST_TERM_MONTHS) Integer> minLoanTermMonths,
            Optional<@Range(min = 1, max = LoanConditions.MOST_TERM_MONTHS) Integer> defaultLoanTermMonths,
            Optional<@Range(min = 1, max = LoanConditions.MOST_TERM_MONTHS) Integer> maxLoanTermMonths) {
        private TermRange range() {
            return new TermRange(minLoanTermMonths, defaultLoanTermMonths, maxLoanTermMonths);
        }
    }

    @Override
    public void check(ValidationErrors errors) {
        AllocationWords.wrong(paymentAllocation).ifPresent(why -> errors.reject("payment_allocation", why));
    }

    /** The conditions that they are; nothing if something can't be right. */
    Optional<LoanConditions> conditions(InOneCurrency in, List<ProductFee> listed, ProductGlAccounts books) {
        Optional<Money> least = in.money("min_loan_amount", minLoanAmount);
        Optional<Money> most = in.money("max_loan_amount", maxLoanAmount);
        FeesOfLoan fees = FeesOfLoan.of(this, listed, in);
        Optional<AmountRange> amount =
                in.errors().made(Map.of("amount", "min_loan_amount"), () -> new AmountRange(least, most));
        Optional<TermRange> term = in.errors().made(Map.of("term", "default_loan_term_months"), terms::range);
        return in.errors()
                .made(
                        Map.of("allocationOrder", "payment_allocation"),
                        () -> new LoanConditions(
                                lending.annualRate(),
                                amount.orElse(AmountRange.ANY),
                                term.orElse(TermRange.ANY),
                                paymentFrequency,
                                amortizationMethod,
                                lending.daysCounted().orElse(DayCount.THIRTY_360_US),
                                lending.gracePeriodDays(),
                                fees.late(),
                                new Prepayment(prepaymentAllowed, fees.prepaymentPenaltyRate()),
                                InOneCurrency.plain(defaultInterestRate),
                                paymentAllocation,
                                fees.origination(),
                                List.of(),
                                books));
    }
}
