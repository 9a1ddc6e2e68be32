package io.nexum.gateway.terms;

import io.nexum.gateway.request.Fields;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.loan.servicing.AllocationOrder;
import io.nexum.kernel.loan.servicing.AllocationOrder.Rule;
import io.nexum.kernel.loan.servicing.Component;
import io.nexum.kernel.loan.servicing.Timing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order in which payments pay, as a list of words. Either each is something that a borrower can owe, as in {@code
 * interest}, and the order is the same for what is past due, due and in advance; what is not named comes after that, in
 * the standard order. Or each is one of all rules, as in {@code past_due_interest}.
 */
public final class AllocationWords {
    /** As many as there are rules. */
    public static final int MOST = 15;

    public static final int LONGEST_WORD = 40;

    private AllocationWords() {}

    /** Reads such a list; what is no order is noted as wrong. */
    public static List<String> read(Fields in, String field) {
        List<String> words = in.texts(field, MOST, LONGEST_WORD);
        wrong(words).ifPresent(message -> in.wrong(field, message));
        return words;
    }

    /** Why words are no order, to follow their field's name; nothing if they are one. */
    public static Optional<String> wrong(List<String> words) {
        if (words.stream().distinct().count() < words.size()) {
            return Optional.of("must name each thing once");
        }
        if (components(words).size() == words.size()) {
            return Optional.empty();
        }
        List<Rule> rules = rules(words);
        if (rules.size() < words.size() || rules.size() < MOST) {
            return Optional.of("must be a list of " + names(Component.values())
                    + ", or of all of these, each with one of " + names(Timing.values()) + " before it");
        }
        List<Timing> timings = rules.stream().map(Rule::timing).toList();
        return timings.subList(timings.indexOf(Timing.IN_ADVANCE), MOST).stream()
                        .allMatch(Timing.IN_ADVANCE::equals)
                ? Optional.empty()
                : Optional.of("must have what is due before what is in advance");
    }

    /** @param words such as are an order; none: the standard one */
    public static AllocationOrder order(List<String> words) {
        List<Component> components = components(words);
        return components.size() == words.size()
                ? AllocationOrder.by(Stream.concat(components.stream(), Arrays.stream(Component.values()))
                        .distinct()
                        .toList())
                : new AllocationOrder(rules(words));
    }

    private static List<Component> components(List<String> words) {
        return find(words, Arrays.asList(Component.values()), Json::wireName);
    }

    private static List<Rule> rules(List<String> words) {
        return find(words, AllocationOrder.STANDARD.rules(), AllocationWords::nameOf);
    }

    /** What the words name, without those that name nothing. */
    private static <T> List<T> find(List<String> words, List<T> all, Function<T, String> name) {
        return words.stream()
                .map(word ->
                        all.stream().filter(one -> name.apply(one).equals(word)).findFirst())
                .flatMap(Optional::stream)
                .toList();
    }

    private static String nameOf(Rule rule) {
        return Json.wireName(rule.timing()) + "_" + Json.wireName(rule.component());
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(Json::wireName).collect(Collectors.joining(", "));
    }
}
