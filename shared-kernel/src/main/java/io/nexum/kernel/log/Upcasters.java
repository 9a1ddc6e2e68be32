package io.nexum.kernel.log;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Every old version of an event that a log may hold, with what makes the next version of it. */
final class Upcasters {
    private static final Map<String, Upcaster> BY_TYPE = List.of(
                    new Upcaster("account.frozen.v1", "account.frozen.v2", payload -> {
                        // Version 1 knew no reason.
                        payload.put("reason", "not recorded");
                        return payload;
                    }),
                    new Upcaster("loan.applied.v1", "loan.applied.v2", Upcasters::withScaledLateFee))
            .stream()
            .collect(Collectors.toUnmodifiableMap(Upcaster::from, Function.identity()));

    private Upcasters() {}

    /** Version 1 knew late fees of one amount only. */
    private static ObjectNode withScaledLateFee(ObjectNode payload) {
        if (payload.at("/agreement/late") instanceof ObjectNode late && late.get("fee") instanceof ObjectNode amount) {
            ObjectNode scale = late.putObject("fee");
            scale.putArray("tiers").addObject().put("rate", "0").set("fixed", amount);
        }
        return payload;
    }

    /** The types that are no longer written and can still be read. */
    static Set<String> oldTypes() {
        return BY_TYPE.keySet();
    }

    static Upcaster from(String type) {
        Upcaster upcaster = BY_TYPE.get(type);
        if (upcaster == null) {
            throw new IllegalArgumentException("no event is stored as '" + type + "'");
        }
        return upcaster;
    }
}
