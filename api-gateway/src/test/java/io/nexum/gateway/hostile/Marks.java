package io.nexum.gateway.hostile;

import io.nexum.gateway.openapi.ApiOperation;
import io.nexum.gateway.openapi.Bodies;
import io.nexum.kernel.json.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Values that stand nowhere else, to be found wherever they get to. {@link #PERSONAL} and the two that can't be letters
 * are for what docs/privacy.md classes and for secrets, {@link #OTHER} for all other text.
 */
final class Marks {
    static final String PERSONAL = "Qzpersonalqz";
    static final String OTHER = "Qzotherqz";
    static final String PHONE = "+1 907 731 7741";
    static final String BIRTH = "1903-11-27";

    /** None of these may be stored in clear. */
    static final List<String> SEALED = List.of(PERSONAL, PHONE, "907 731", "9077317741", BIRTH);

    private static final Pattern SECRETS =
            Pattern.compile(".*(password|secret|token|otp|one_time|api_?key|recovery).*");
    private static final Pattern NO_SECRETS = Pattern.compile(".*(_id|_type|_at|_required)");
    private static final int SHORTEST_SECRET = 8;
    private static final List<String> OF_USERS = List.of("email", "full_name", "metadata");
    private static final List<String> WORDS = List.of(
            "username",
            "description",
            "reference",
            "channel",
            "note",
            "display_name",
            "branch_id",
            "source",
            "reason",
            "purpose",
            "collateral_description");

    private Marks() {}

    /** A body that is granted where the sound one is, with a mark wherever one can stand. */
    static JsonNode in(ApiOperation operation, JsonNode sound) {
        JsonNode body = sound;
        for (List<String> place : operation.places()) {
            String name = nameOf(place);
            Optional<String> mark = place.contains("metadata")
                    ? Optional.of(classed(operation, place) ? PERSONAL : OTHER).filter(m -> place.size() > 1)
                    : markFor(operation, place, name);
            boolean isLeaf = operation.places().stream().noneMatch(other -> isWithin(other, place));
            if (isLeaf && mark.isPresent() && operation.said(place, "enum").isEmpty()) {
                body = Bodies.with(body, place, Json.MAPPER.getNodeFactory().stringNode(mark.get()));
            }
        }
        return body;
    }

    /** A body in which everything is a mark, so that nothing of it is right. */
    static String everywhere(ApiOperation operation, JsonNode sound) {
        JsonNode body = sound;
        for (List<String> place : operation.places()) {
            if (place.size() == 1) {
                String mark = classed(operation, place) ? PERSONAL : OTHER;
                body = Bodies.with(body, place, Json.MAPPER.getNodeFactory().stringNode(mark));
            }
        }
        return body.toString();
    }

    /** The secrets that an answer tells: what may be told once and kept nowhere. */
    static Set<String> secretsIn(JsonNode answer) {
        Set<String> secrets = new LinkedHashSet<>();
        answer.properties().forEach(field -> {
            String name = field.getKey().toLowerCase(Locale.ROOT);
            boolean secret =
                    SECRETS.matcher(name).matches() && !NO_SECRETS.matcher(name).matches();
            (field.getValue().isArray() ? field.getValue().values().stream() : Stream.of(field.getValue()))
                    .filter(value ->
                            secret && value.isString() && value.stringValue().length() >= SHORTEST_SECRET)
                    .forEach(value -> secrets.add(value.stringValue()));
        });
        answer.values().forEach(child -> secrets.addAll(secretsIn(child)));
        return secrets;
    }

    private static Optional<String> markFor(ApiOperation operation, List<String> place, String name) {
        return switch (name) {
            case "phone", "contact_phone" -> Optional.of(classed(operation, place) ? PHONE : OTHER);
            case "date_of_birth" -> Optional.of(BIRTH);
            case "email" -> Optional.of(PERSONAL + "@example.com");
            default ->
                classed(operation, place) && !name.matches("status|tier|until|country|customer_id|user_id")
                        ? Optional.of(PERSONAL)
                        : Optional.of(OTHER).filter(mark -> WORDS.contains(name) && !name.equals("username"));
        };
    }

    private static boolean classed(ApiOperation operation, List<String> place) {
        String path = operation.path();
        return SECRETS.matcher(nameOf(place).toLowerCase(Locale.ROOT)).matches()
                || path.startsWith("/customers")
                || (path.matches("/(rbac|auth)/users.*") && OF_USERS.contains(place.getFirst()))
                || place.getFirst().equals("external_account")
                || path.endsWith("/login");
    }

    private static String nameOf(List<String> place) {
        return place.getLast().equals("0") && place.size() > 1 ? place.get(place.size() - 2) : place.getLast();
    }

    private static boolean isWithin(List<String> other, List<String> place) {
        return other.size() > place.size() && other.subList(0, place.size()).equals(place);
    }
}
