package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.terms.AllocationWords;
import io.nexum.gateway.terms.ScaleAnswer;
import io.nexum.gateway.terms.TermsReader;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.servicing.AllocationOrder;
import io.nexum.kernel.loan.servicing.ExcessUse;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import io.nexum.kernel.loan.servicing.LoanAgreement.LateTerms;
import io.nexum.kernel.loan.servicing.LoanAgreement.PrepaymentTerms;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.product.LoanConditions;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

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
        Optional<BigDecimal> prepaymentPenaltyRate,
        Optional<ExcessUse> prepaymentEffect,
        Optional<Integer> gracePeriodDays,

        @Schema(implementation = ScaleAnswer.class) Optional<FeeScale> lateFee,

        @Schema(implementation = ScaleAnswer.class) Optional<FeeScale> originationFee,

        Optional<BigDecimal> defaultInterestRate,
        Optional<List<String>> paymentAllocation) {
    /** @param currency of amounts that are sent as a number alone */
    static AgreementFields read(Fields in, Currency currency) {
        Optional<BigDecimal> penalty = in.optionalDecimal("prepayment_penalty_rate");
        penalty.filter(rate -> rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) >= 0)
                .ifPresent(rate -> in.wrong("prepayment_penalty_rate", "must be a fraction from 0 to below 1"));
        List<String> allocation = AllocationWords.read(in, "payment_allocation");
        return new AgreementFields(
                in.flag("allow_prepayment"),
                penalty,
                in.optional("prepayment_effect", Forms.word(ExcessUse.class)),
                in.wholeNumber("grace_period_days", 0, LoanConditions.MOST_GRACE_DAYS),
                fee(in, "late_fee", currency),
                fee(in, "origination_fee", currency),
                EntryFields.rate(in, "default_interest_rate"),
                in.has("payment_allocation") ? Optional.of(allocation) : Optional.empty());
    }

    static Optional<FeeScale> fee(Fields in, String name, Currency currency) {
        return in.has(name)
                ? Optional.of(new TermsReader(in, currency).scale(name).orElse(FeeScale.fixed(Money.zero(currency))))
                : Optional.empty();
    }

    /**
     * The agreement on terms, with what a product says wherever nothing was sent.
     *
     * @param graceDays what holds if neither says it
     * @throws RefusedException naming the field that has to be sent
     */
    LoanAgreement agreement(LoanTerms terms, Optional<LoanConditions> product, int graceDays) {
        Optional<FeeScale> fee = lateFee.or(() -> product.flatMap(LoanConditions::lateFee));
        Optional<FeeScale> origination = originationFee.or(() -> product.flatMap(LoanConditions::originationFee));
        LateTerms late = new LateTerms(
                gracePeriodDays
                        .or(() -> product.flatMap(LoanConditions::graceDays))
                        .orElse(graceDays),
                fee.filter(scale -> !scale.isNothing()),
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
                prepaymentEffect.orElse(PrepaymentTerms.FREE.excess()));
        return new LoanAgreement(
                terms, late, prepayment, allocation(product), origination.filter(scale -> !scale.isNothing()));
    }

    private AllocationOrder allocation(Optional<LoanConditions> product) {
        List<String> words = paymentAllocation
                .or(() -> product.map(LoanConditions::allocationOrder))
                .orElse(List.of());
        try {
            return AllocationWords.order(words);
        } catch (IllegalArgumentException e) {
            throw wrong("payment_allocation", "is missing: the product's " + e.getMessage());
        }
    }

    private static RefusedException wrong(String field, String message) {
        String name = LoanOrderTerms.WITHIN + field;
        return new RefusedException(new InvalidValue(name, name + " " + message));
    }
}
