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
    private static final int MOST = AllocationOrder.STANDARD.rules().size();

    private static final int LONGEST_WORD = 40;

    private AllocationWords() {}

    /** Reads such a list; what is no order is noted as wrong. */
    public static List<String> read(Fields in, String field) {
        List<String> words = in.texts(field, MOST, LONGEST_WORD);
        try {
            order(words);
        } catch (IllegalArgumentException e) {
            in.wrong(field, String.valueOf(e.getMessage()));
        }
        return words;
    }

    /** @throws IllegalArgumentException if a word is unknown or there twice, or the rules are no order */
    public static AllocationOrder order(List<String> words) {
        if (words.isEmpty()) {
            return AllocationOrder.STANDARD;
        }
        if (words.stream().distinct().count() < words.size()) {
            throw new IllegalArgumentException("must name each thing once");
        }
        List<Component> components = find(words, Arrays.asList(Component.values()), Json::wireName);
        if (components.size() == words.size()) {
            return AllocationOrder.by(Stream.concat(components.stream(), Arrays.stream(Component.values()))
                    .distinct()
                    .toList());
        }
        List<Rule> rules = find(words, AllocationOrder.STANDARD.rules(), AllocationWords::nameOf);
        if (rules.size() < words.size()) {
            throw new IllegalArgumentException("must be a list of " + names(Component.values())
                    + ", or of all of these, each with one of " + names(Timing.values()) + " before it");
        }
        return new AllocationOrder(rules);
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
