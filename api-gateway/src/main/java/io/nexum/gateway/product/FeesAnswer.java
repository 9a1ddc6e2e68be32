package io.nexum.gateway.product;

import static java.util.Map.entry;

import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeCalculation;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductFee.Event;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductQuery.ProductView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a product charges for something.
 *
 * @param eventType absent: something that no product has a fee for
 * @param totalFee all fees together, whether or not their conditions hold together
 */
record FeesAnswer(
        ProductId productId, int version, Optional<Event> eventType, Money amount, List<Fee> fees, Money totalFee) {
    /** Other names for what fees are charged for. */
    private static final Map<String, Event> OTHER_NAMES = Map.ofEntries(
            entry("withdrawal", Event.TRANSACTION),
            entry("transfer", Event.TRANSACTION),
            entry("payment", Event.TRANSACTION),
            entry("monthly_maintenance", Event.MAINTENANCE),
            entry("late_fee", Event.LATE_PAYMENT),
            entry("payment_late", Event.LATE_PAYMENT),
            entry("overlimit", Event.OVER_LIMIT),
            entry("disbursement", Event.ORIGINATION),
            entry("balance_below", Event.MINIMUM_BALANCE),
            entry("account_closure", Event.CLOSING),
            entry("closed_early", Event.CLOSING),
            entry("closed_within_days", Event.CLOSING));

    /** @param calculation the way to the amount, for people */
    record Fee(
            String name,
            FeeScale.Kind feeType,
            ProductFee.Condition condition,
            ProductFee.Frequency frequency,
            Money amount,
            String calculation) {
        static Fee of(FeeCalculation fee) {
            return new Fee(
                    fee.fee().name(),
                    fee.fee().scale().kind(),
                    fee.fee().condition(),
                    fee.fee().frequency(),
                    fee.amount(),
                    fee.steps());
        }
    }

    /** What a word means; empty if it is something that costs nothing here. */
    static Optional<Event> event(String word) {
        if (!word.matches("[A-Za-z_]{1,40}")) {
            throw new IllegalArgumentException("must be a word as in transaction");
        }
        String name = word.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(OTHER_NAMES.get(name))
                .or(() -> Arrays.stream(Event.values())
                        .filter(event -> Json.wireName(event).equals(name))
                        .findFirst());
    }

    static FeesAnswer of(ProductView product, Optional<Event> event, Money amount) {
        List<FeeCalculation> fees = event.map(product.conditions()::feesFor).orElse(List.of()).stream()
                .map(fee -> FeeCalculation.of(fee, amount))
                .toList();
        Money total = fees.stream().map(FeeCalculation::amount).reduce(Money.zero(amount.currency()), Money::plus);
        return new FeesAnswer(
                product.id(),
                product.version(),
                event,
                amount,
                fees.stream().map(Fee::of).toList(),
                total);
    }
}
