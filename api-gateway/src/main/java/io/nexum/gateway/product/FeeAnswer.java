package io.nexum.gateway.product;

import io.nexum.gateway.terms.ScaleAnswer;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductFee;
import java.util.Optional;

/** A fee that has no field of its own. */
record FeeAnswer(
        String name,
        ProductFee.Event event,
        ScaleAnswer fee,
        ProductFee.Condition condition,
        Optional<Money> threshold,
        Optional<Integer> withinDays,
        ProductFee.Frequency frequency) {
    static FeeAnswer of(ProductFee fee) {
        return new FeeAnswer(
                fee.name(),
                fee.event(),
                ScaleAnswer.of(fee.scale()),
                fee.condition(),
                fee.threshold(),
                fee.withinDays(),
                fee.frequency());
    }
}
