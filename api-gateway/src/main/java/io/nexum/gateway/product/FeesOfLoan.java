package io.nexum.gateway.product;

import io.nexum.gateway.terms.TermsReader;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductFee.Condition;
import io.nexum.kernel.product.ProductFee.Event;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a loan's product charges. A fee is said by its field or by an entry of {@code fees}. An entry that no loan would
 * be charged for is refused, so that nobody counts on it.
 *
 * @param prepaymentPenaltyRate of what is paid early, as a fraction
 */
record FeesOfLoan(Optional<FeeScale> late, Optional<FeeScale> origination, Optional<BigDecimal> prepaymentPenaltyRate) {
    /** What a loan can be charged for, with the condition that says no more than the event does. */
    private static final Map<Event, Condition> CHARGED = Map.of(
            Event.LATE_PAYMENT, Condition.PAYMENT_LATE,
            Event.ORIGINATION, Condition.ALWAYS,
            Event.PREPAYMENT, Condition.CLOSED_EARLY);

    static FeesOfLoan read(TermsReader terms) {
        Map<Event, FeeScale> listed = new EnumMap<>(Event.class);
        for (ProductFee fee : FeesOfProduct.listed(terms)) {
            if (isCharged(fee)) {
                listed.put(fee.event(), fee.scale());
            } else {
                terms.in().wrong("fees", "of a loan are for late_payment and origination, or a rate for prepayment");
            }
        }
        String late = terms.in().sent("late_payment_fee", "late_fee");
        return new FeesOfLoan(
                terms.scale(late).or(() -> Optional.ofNullable(listed.get(Event.LATE_PAYMENT))),
                terms.scale("origination_fee").or(() -> Optional.ofNullable(listed.get(Event.ORIGINATION))),
                terms.rate("prepayment_penalty_rate")
                        .or(() -> Optional.ofNullable(listed.get(Event.PREPAYMENT))
                                .map(scale -> scale.tiers().getFirst().rate())));
    }

    private static boolean isCharged(ProductFee fee) {
        boolean always = fee.condition() == Condition.ALWAYS || fee.condition() == CHARGED.get(fee.event());
        boolean isPlainRate = fee.scale()
                .equals(FeeScale.percentage(
                        fee.scale().tiers().getFirst().rate(), fee.scale().currency()));
        return CHARGED.containsKey(fee.event()) && always && (fee.event() != Event.PREPAYMENT || isPlainRate);
    }
}
