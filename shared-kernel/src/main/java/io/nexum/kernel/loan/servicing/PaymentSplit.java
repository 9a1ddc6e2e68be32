package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.money.Money;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one payment paid.
 *
 * @param parts of each component, in the order of the components, so that the log has one form of it
 * @param credit what of it was too much
 * @param principalLeft what was owed of the principal afterwards
 * @param daysLate how many days after its days of grace the oldest open instalment was paid; absent if in time
 */
public record PaymentSplit(Map<Component, Money> parts, Money credit, Money principalLeft, Optional<Integer> daysLate) {
    public PaymentSplit {
        Map<Component, Money> ordered = new EnumMap<>(Component.class);
        ordered.putAll(parts);
        parts = Collections.unmodifiableMap(ordered);
    }

    public Money of(Component component) {
        return parts.getOrDefault(component, Money.zero(credit.currency()));
    }
}
