package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.money.Money;
import java.util.Map;

/**
 * What one payment paid.
 *
 * @param parts of each component
 * @param credit what of it was too much
 * @param principalLeft what was owed of the principal afterwards
 */
public record PaymentSplit(Map<Component, Money> parts, Money credit, Money principalLeft) {
    public PaymentSplit {
        parts = Map.copyOf(parts);
    }

    public Money of(Component component) {
        return parts.getOrDefault(component, Money.zero(credit.currency()));
    }
}
