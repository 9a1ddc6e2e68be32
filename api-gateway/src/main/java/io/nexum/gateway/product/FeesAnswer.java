package io.nexum.gateway.product;

import io.nexum.gateway.request.Forms;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeCalculation;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductFee.Event;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductQuery.ProductView;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a product charges for something.
 *
 * @param totalFee all fees together, whether or not their conditions hold together
 */
record FeesAnswer(ProductId productId, int version, Event eventType, Money amount, List<Fee> fees, Money totalFee) {
    /** Other names for what fees are charged for. */
    private static final Map<String, Event> OTHER_NAMES = Map.of(
            "withdrawal", Event.TRANSACTION,
            "transfer", Event.TRANSACTION,
            "payment", Event.TRANSACTION,
            "monthly_maintenance", Event.MAINTENANCE,
            "late_fee", Event.LATE_PAYMENT,
            "payment_late", Event.LATE_PAYMENT,
            "overlimit", Event.OVER_LIMIT,
            "disbursement", Event.ORIGINATION,
            "account_closure", Event.CLOSING);

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

    static Event event(String word) {
        Event other = OTHER_NAMES.get(word.toLowerCase(Locale.ROOT));
        return other == null ? Forms.word(Event.class).apply(word) : other;
    }

    static FeesAnswer of(ProductView product, Event event, Money amount) {
        List<FeeCalculation> fees = product.conditions().feesFor(event).stream()
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
