package io.nexum.kernel.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How much somebody may move or approve at once.
 *
 * @param largest the largest amount in each currency, one a currency; a currency that isn't among them is not for this
 *     person. Absent: any amount of any currency.
 */
public record AmountLimit(Optional<List<Money>> largest) {
    public static final AmountLimit NONE = new AmountLimit(Optional.empty());

    /** Nothing at all. */
    public static final AmountLimit NOTHING = new AmountLimit(Optional.of(List.of()));

    /** @param largest absent: any amount */
    public static AmountLimit of(Optional<Money> largest) {
        return new AmountLimit(largest.map(List::of));
    }

    @JsonIgnore
    public boolean isNone() {
        return largest.isEmpty();
    }

    public boolean allows(Money amount) {
        return largest.isEmpty()
                || largest.get().stream()
                        .anyMatch(most -> most.currency() == amount.currency() && !amount.isMoreThan(most));
    }

    /** The largest amount of a currency. Empty: any amount, or none at all. */
    public Optional<Money> in(Currency currency) {
        return largest.stream()
                .flatMap(List::stream)
                .filter(most -> most.currency() == currency)
                .findFirst();
    }

    /** Whether everything that the other allows is allowed by this. */
    public boolean covers(AmountLimit other) {
        return isNone()
                || other.largest
                        .filter(amounts -> amounts.stream().allMatch(this::allows))
                        .isPresent();
    }

    /** The more generous of both in each currency. */
    public AmountLimit or(AmountLimit other) {
        if (isNone() || other.isNone()) {
            return NONE;
        }
        Map<String, Money> most = new TreeMap<>();
        Stream.of(this, other)
                .flatMap(limit -> limit.largest.stream())
                .flatMap(List::stream)
                .forEach(amount ->
                        most.merge(amount.currency().code(), amount, (one, two) -> one.isLessThan(two) ? two : one));
        return new AmountLimit(Optional.of(List.copyOf(most.values())));
    }
}
