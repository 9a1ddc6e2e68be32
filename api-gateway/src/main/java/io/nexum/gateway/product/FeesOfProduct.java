package io.nexum.gateway.product;

import io.nexum.kernel.json.Json;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductFee.Event;
import io.nexum.kernel.product.ProductFee.Frequency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A product's fees: those that have a field of their own, and all others in the list {@code fees}. */
final class FeesOfProduct {
    private FeesOfProduct() {}

    /** A fee that has a field of its own, by whose name it goes. */
    enum OwnField {
        MONTHLY_MAINTENANCE_FEE(Event.MAINTENANCE, Frequency.MONTHLY),
        MINIMUM_BALANCE_FEE(Event.MINIMUM_BALANCE, Frequency.MONTHLY),
        TRANSACTION_FEE(Event.TRANSACTION, Frequency.PER_OCCURRENCE),
        OVERDRAFT_FEE(Event.OVERDRAFT, Frequency.PER_OCCURRENCE);

        private final Event event;
        private final Frequency frequency;

        OwnField(Event event, Frequency frequency) {
            this.event = event;
            this.frequency = frequency;
        }

        String wireName() {
            return Json.wireName(this);
        }

        ProductFee fee(FeeScale scale) {
            return ProductFee.of(wireName(), event, scale, frequency);
        }

        /** The fee of this field, if it is among them. */
        Optional<ProductFee> in(List<ProductFee> fees) {
            return fees.stream().filter(this::holds).findFirst();
        }

        private boolean holds(ProductFee fee) {
            return fee.equals(fee(fee.scale()));
        }
    }

    /** The fees that are told in the list. */
    static List<ProductFee> inTheList(List<ProductFee> fees) {
        List<ProductFee> rest = new ArrayList<>(fees);
        for (OwnField field : OwnField.values()) {
            field.in(fees).ifPresent(rest::remove);
        }
        return List.copyOf(rest);
    }
}
