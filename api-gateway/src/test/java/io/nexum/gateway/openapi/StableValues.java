package io.nexum.gateway.openapi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes out of examples what differs from run to run, and what nobody should copy: ids, moments, today, keys and
 * secrets. What was the same value stays the same one within a file.
 */
final class StableValues {
    private static final String HEX = "[0-9a-f]";
    private static final Pattern ID =
            Pattern.compile(HEX + "{8}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{12}");
    private static final Pattern HASH = Pattern.compile(HEX + "{64}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final Pattern KEY = Pattern.compile("nxk_\\w+");
    private static final Pattern ACCOUNT_NUMBER = Pattern.compile("\\d{10}");

    private static final Pattern ID_OF_EXAMPLES = Pattern.compile("0197f3a2-0000-7000-8000-(\\d{12})");
    private static final Pattern ACCOUNT_OF_EXAMPLES = Pattern.compile("(?<=40000000)(\\d{2})\"");

    private static final Instant FIRST_MOMENT = Instant.parse("2026-03-02T09:30:00Z");
    private static final LocalDate DAY_OF_EXAMPLES = LocalDate.of(2026, 3, 2);

    /** By the field's name: what it holds is nobody's business. */
    private static final Map<String, String> SECRETS = Map.of(
            "password", "correct horse battery staple",
            "current_password", "the password until now",
            "old_password", "the password until now",
            "new_password", "correct horse battery staple",
            "refresh_token", "a-refresh-token",
            "reset_token", "a-reset-token",
            "secret", "JBSWY3DPEHPK3PXP",
            "code", "123456",
            "recovery_code", "abcde-fghij");

    private final ObjectNode examples;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Map<String, String> replaced = new HashMap<>();
    private final Map<String, Integer> counters = new HashMap<>();

    StableValues(ObjectNode examples) {
        this.examples = examples;
    }

    void replace() {
        countOn(examples.toString());
        TreeSet<String> moments = new TreeSet<>();
        collectMoments(examples, moments);
        moments.forEach(moment ->
                numbered("moment", moment, n -> FIRST_MOMENT.plusSeconds(n).toString()));
        replaceIn(examples);
    }

    /** Examples that were recorded before keep their values; new ones take the numbers after theirs. */
    private void countOn(String text) {
        countOn("id", ID_OF_EXAMPLES.matcher(text));
        countOn("account", ACCOUNT_OF_EXAMPLES.matcher(text));
        countOn("person", Pattern.compile("(?<=person-)(\\d{1,4})@").matcher(text));
        countOn("hash", Pattern.compile("(?<=\"0{56})(\\d{8})\"").matcher(text));
        countOn("moment", Pattern.compile("(?<=2026-03-02T09:3)(\\d)").matcher(text));
    }

    private void countOn(String row, Matcher known) {
        known.results()
                .mapToInt(value -> Integer.parseInt(value.group(1)))
                .max()
                .ifPresent(last -> counters.put(row, row.equals("moment") ? (last + 1) * 60 : last));
    }

    private void replaceIn(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames().toArray(String[]::new)) {
                JsonNode value = object.get(name);
                if (value.isString()) {
                    object.put(name, stable(name, value.stringValue()));
                } else {
                    replaceIn(value);
                }
            }
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i).isString()) {
                    list.set(i, list.stringNode(stable("", list.get(i).stringValue())));
                } else {
                    replaceIn(list.get(i));
                }
            }
        }
    }

    private String stable(String name, String value) {
        String secret = SECRETS.get(name);
        boolean code = name.equals("code") && !value.matches("\\d{6}"); // a ledger's, a bank's
        if (secret != null && !code) {
            return secret;
        }
        if (MOMENT.matcher(value).matches()) {
            return replaced.getOrDefault(value, value);
        }
        if (DAY.matcher(value).matches()) {
            long ago = ChronoUnit.DAYS.between(LocalDate.parse(value), today);
            return Math.abs(ago) <= 1 ? DAY_OF_EXAMPLES.minusDays(ago).toString() : value;
        }
        if (name.equals("account_number") && ACCOUNT_NUMBER.matcher(value).matches()) {
            return numbered("account", value, n -> "40000000%02d".formatted(n));
        }
        String ids = value.contains("@")
                ? ID.matcher(value).replaceAll(id -> numbered("person", id.group(), String::valueOf))
                : ID.matcher(value)
                        .replaceAll(
                                id -> numbered("id", id.group(), n -> "0197f3a2-0000-7000-8000-%012d".formatted(n)));
        String hashes = HASH.matcher(ids).replaceAll(hash -> numbered("hash", hash.group(), "%064x"::formatted));
        String keys = KEY.matcher(hashes).replaceAll("nxk_default_example_secret");
        return TOKEN.matcher(keys)
                .replaceAll(Matcher.quoteReplacement("eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJleGFtcGxlIn0.c2ln"));
    }

    /** The same value gets the same place in its own row. */
    private String numbered(String row, String value, IntFunction<String> placed) {
        boolean ofExamples = (row.equals("id") && ID_OF_EXAMPLES.matcher(value).matches())
                || (row.equals("account") && value.startsWith("40000000"))
                || (row.equals("hash") && value.startsWith("0".repeat(50)));
        if (ofExamples) {
            return value;
        }
        return replaced.computeIfAbsent(value, v -> placed.apply(counters.merge(row, 1, Integer::sum)));
    }

    /** Those of this run; a moment that a test has chosen says what it means. */
    private void collectMoments(JsonNode node, Set<String> moments) {
        node.values().forEach(value -> {
            if (value.isString() && MOMENT.matcher(value.stringValue()).matches()) {
                Instant moment = Instant.parse(value.stringValue());
                if (Math.abs(ChronoUnit.DAYS.between(moment, Instant.now())) <= 3) {
                    moments.add(value.stringValue());
                }
            } else {
                collectMoments(value, moments);
            }
        });
    }
}
