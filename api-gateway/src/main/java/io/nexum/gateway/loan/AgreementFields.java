package io.nexum.gateway.loan;

import io.nexum.gateway.request.Checked;
import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.Rate;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.gateway.terms.AllocationWords;
import io.nexum.gateway.terms.FeeScaleFields;
import io.nexum.gateway.terms.ScaleAnswer;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.servicing.AllocationOrder;
import io.nexum.kernel.loan.servicing.ExcessUse;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import io.nexum.kernel.loan.servicing.LoanAgreement.LateTerms;
import io.nexum.kernel.loan.servicing.LoanAgreement.PrepaymentTerms;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.product.LoanConditions;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;

/**
 * What a lender and a borrower agree on beside the schedule.
 *
 * @param prepaymentPenaltyRate of the principal that is paid back early, a fraction below 1
 * @param prepaymentEffect what becomes of more than is due
 * @param gracePeriodDays how many days an instalment may be late before it costs the late fee
 * @param lateFee once for each instalment that is late; zero: none, whatever the product says
 * @param originationFee on each amount that is paid out; zero: none, whatever the product says
 * @param defaultInterestRate a year, on principal that is overdue, as a fraction
 * @param paymentAllocation see {@link AllocationWords}
 */
record AgreementFields(
        Optional<Boolean> allowPrepayment,
        Optional<
                        @DecimalMin(value = "0", message = PART)
                        @DecimalMax(value = "1", inclusive = false, message = PART) BigDecimal>
                prepaymentPenaltyRate,
        @Default("shorter_term") ExcessUse prepaymentEffect,
        Optional<@Range(min = 0, max = LoanConditions.MOST_GRACE_DAYS) Integer> gracePeriodDays,

        @Schema(implementation = ScaleAnswer.class) Optional<FeeScaleFields> lateFee,

        @Schema(implementation = ScaleAnswer.class) Optional<FeeScaleFields> originationFee,

        Optional<@Rate BigDecimal> defaultInterestRate,

        Optional<@Size(max = AllocationWords.MOST) List<@Size(max = AllocationWords.LONGEST_WORD) String>>
                paymentAllocation)
        implements Checked {
    private static final String PART = "must be a fraction from 0 to below 1";

    @Override
    public void check(ValidationErrors errors) {
        paymentAllocation.flatMap(AllocationWords::wrong).ifPresent(why -> errors.reject("payment_allocation", why));
    }

    /** Tells what of the fees can't be in the loan's currency. */
    void checkFees(Currency own, ValidationErrors errors) {
        lateFee.ifPresent(fee -> fee.in(own, errors.at("late_fee")));
        originationFee.ifPresent(fee -> fee.in(own, errors.at("origination_fee")));
    }

    /**
     * The agreement on terms, with what a product says wherever nothing was sent.
     *
     * @param graceDays what holds if neither says it
     * @param errors of the terms
     * @throws io.nexum.kernel.RefusedException naming the field that has to be sent
     */
    LoanAgreement agreement(LoanTerms terms, Optional<LoanConditions> product, int graceDays, ValidationErrors errors) {
        LateTerms late = new LateTerms(
                gracePeriodDays
                        .or(() -> product.flatMap(LoanConditions::graceDays))
                        .orElse(graceDays),
                scale(lateFee, product.flatMap(LoanConditions::lateFee), terms.currency(), errors),
                defaultInterestRate
                        .or(() -> product.flatMap(LoanConditions::defaultRate))
                        .orElse(BigDecimal.ZERO));
        PrepaymentTerms prepayment = new PrepaymentTerms(
                allowPrepayment
                        .or(() -> product.map(
                                conditions -> conditions.prepayment().allowed()))
                        .orElse(true),
                prepaymentPenaltyRate
                        .or(() -> product.flatMap(
                                conditions -> conditions.prepayment().penaltyRate()))
                        .orElse(BigDecimal.ZERO),
                prepaymentEffect);
        Optional<FeeScale> origination =
                scale(originationFee, product.flatMap(LoanConditions::originationFee), terms.currency(), errors);
        return new LoanAgreement(terms, late, prepayment, allocation(product, errors), origination);
    }

    /** A fee of zero is none, whatever the product says. */
    private static Optional<FeeScale> scale(
            Optional<FeeScaleFields> sent, Optional<FeeScale> ofProduct, Currency own, ValidationErrors errors) {
        return (sent.isPresent() ? sent.get().in(own, errors) : ofProduct).filter(scale -> !scale.isNothing());
    }

    private AllocationOrder allocation(Optional<LoanConditions> product, ValidationErrors errors) {
        List<String> words = paymentAllocation
                .or(() -> product.map(LoanConditions::allocationOrder))
                .orElse(List.of());
        AllocationWords.wrong(words)
                .ifPresent(why -> errors.reject("payment_allocation", "is missing: the product's " + why));
        errors.raise();
        return AllocationWords.order(words);
    }
}
