package io.nexum.kernel.loan.servicing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a payment pays first.
 *
 * <p>What is past due or due is paid rule by rule, and by one rule the oldest first. What is paid in advance is paid
 * instalment by instalment, and within one by the rules.
 *
 * @param rules all that there is to pay, each once, in the order of its payment
 */
public record AllocationOrder(List<Rule> rules) {
    private static final int ALL = Timing.values().length * Component.values().length;

    public record Rule(Timing timing, Component component) {}

    /** Past due before due before in advance, and in each penalty, fee, default interest, interest, principal. */
    public static final AllocationOrder STANDARD = by(List.of(Component.values()));

    /** @throws IllegalArgumentException unless every rule is there once, with nothing in advance before what is due */
    public AllocationOrder {
        rules = List.copyOf(rules);
        if (rules.size() != ALL || rules.stream().distinct().count() != ALL) {
            throw new IllegalArgumentException("an order has each of the " + ALL + " rules once");
        }
        List<Timing> timings = rules.stream().map(Rule::timing).toList();
        if (timings.indexOf(Timing.IN_ADVANCE) < timings.lastIndexOf(Timing.DUE)
                || timings.indexOf(Timing.IN_ADVANCE) < timings.lastIndexOf(Timing.PAST_DUE)) {
            throw new IllegalArgumentException("what is due is paid before what is not");
        }
    }

    /** The same order of components for past due, due and in advance. */
    public static AllocationOrder by(List<Component> components) {
        return new AllocationOrder(Arrays.stream(Timing.values())
                .flatMap(timing -> components.stream().map(component -> new Rule(timing, component)))
                .toList());
    }

    Stream<Rule> dueRules() {
        return rules.stream().filter(rule -> rule.timing() != Timing.IN_ADVANCE);
    }

    List<Component> inAdvance() {
        return rules.stream()
                .filter(rule -> rule.timing() == Timing.IN_ADVANCE)
                .map(Rule::component)
                .toList();
    }

    /** Where each component stands among what is paid in advance; for those who show an order. */
    public Map<Component, Integer> places() {
        Map<Component, Integer> places = new EnumMap<>(Component.class);
        inAdvance().forEach(component -> places.put(component, places.size() + 1));
        return places;
    }
}
