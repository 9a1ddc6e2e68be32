package io.nexum.query.readmodel;

import io.nexum.kernel.json.Json;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The domain's words as statements have them, so that a rule about them stands in one place, which is not SQL. */
public final class Words {
    private Words() {}

    /** As in {@code 'active'}. */
    public static String word(Enum<?> constant) {
        return "'" + Json.wireName(constant) + "'";
    }

    /** Those for which a rule holds, as in {@code ('disbursed', 'active')}. */
    public static <E extends Enum<E>> String words(Class<E> type, Predicate<E> rule) {
        return Arrays.stream(type.getEnumConstants())
                .filter(rule)
                .map(Words::word)
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
