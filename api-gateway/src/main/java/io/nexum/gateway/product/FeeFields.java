package io.nexum.gateway.product;

import io.nexum.gateway.request.Amount;
import io.nexum.gateway.request.Default;
import io.nexum.gateway.terms.FeeScaleFields;
import io.nexum.gateway.terms.InOneCurrency;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductFee.Condition;
import io.nexum.kernel.product.ProductFee.Event;
import io.nexum.kernel.product.ProductFee.Frequency;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;

/** A fee of the list that a product may have, as a request says it. */
record FeeFields(
        @Size(max = 100) String name,
        Event event,
        FeeScaleFields fee,
        @Default("always") Condition condition,
        Optional<@PositiveOrZero Amount> threshold,
        Optional<@Range(min = 1, max = 3660) Integer> withinDays,
        @Default("per_occurrence") Frequency frequency) {
    /** Nothing if it is a fee of nothing, or can't be right. */
    Optional<ProductFee> in(InOneCurrency in) {
        return in.fee("fee", Optional.of(fee))
                .flatMap(scale -> in.errors()
                        .made(
                                Map.of(),
                                () -> new ProductFee(
                                        name,
                                        event,
                                        scale,
                                        condition,
                                        in.money("threshold", threshold),
                                        withinDays,
                                        frequency)));
    }
}
