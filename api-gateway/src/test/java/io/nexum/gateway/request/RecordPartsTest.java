package io.nexum.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.Refusals.InvalidValues;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.json.Json;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Records that are made of more of a JSON object than one field for each component. */
class RecordPartsTest {
    record Round(@Range(min = 1, max = 9) int radius) {}

    record Square(@Name({"side", "edge"}) int side, Optional<LocalDate> drawn) {}

    @Spread("shape")
    record Figure(
            @Size(max = 10) String kind,

            @JsonUnwrapped
            @When(
                    field = "kind",
                    is = {"circle", "disc"})
            Optional<Round> round,

            @JsonUnwrapped @When(field = "kind", is = "square")
            Optional<Square> square,

            @Rest(except = "id") @Default("{}") Map<String, Object> remarks)
            implements Request {}

    record Change(@AsSent JsonNode sent) implements Request {}

    @Test
    void fields_of_a_kind_are_read_when_the_kind_is_theirs() {
        Figure disc = read("{\"kind\": \"Disc\", \"radius\": 2}", Figure.class);
        Figure square = read("{\"kind\": \"square\", \"edge\": 2}", Figure.class);

        assertThat(disc.round()).contains(new Round(2));
        assertThat(disc.square()).isEmpty();
        assertThat(square.square()).contains(new Square(2, Optional.empty()));
        assertThat(square.round()).isEmpty();
    }

    @Test
    void what_nobody_asks_for_goes_to_the_rest_with_what_another_kind_would_ask_for() {
        Figure square = read("""
                {"kind": "square", "edge": 2, "radius": "none", "id": 7, "nothing": null, "colour": "red",
                 "remarks": {"colour": "blue", "by": "hand"}}""", Figure.class);

        assertThat(square.remarks()).isEqualTo(Map.of("radius", "none", "colour", "red", "by", "hand"));
    }

    @Test
    void an_object_is_spread_and_what_stands_beside_it_counts_first() {
        Figure square = read("""
                {"kind": "square", "side": 2, "shape": {"kind": "circle", "side": 3, "colour": "red"}}""", Figure.class);

        assertThat(square.square()).contains(new Square(2, Optional.empty()));
        assertThat(square.remarks()).isEqualTo(Map.of("colour", "red"));
    }

    @Test
    void all_that_is_wrong_is_told_with_the_rest() {
        String deep = "[".repeat(9) + "]".repeat(9);

        assertThat(wrong("{\"kind\": \"circle\", \"radius\": 10, \"more\": " + deep + "}"))
                .extracting(InvalidValue::property)
                .containsExactly("radius", "remarks");
        assertThat(wrong("{\"kind\": \"square\", \"drawn\": \"today\"}"))
                .extracting(InvalidValue::property)
                .containsExactly("side", "drawn");
    }

    @Test
    void an_object_can_be_had_as_it_was_sent() {
        assertThat(read("{\"a\": null, \"b\": 1.50}", Change.class).sent())
                .isEqualTo(Json.tree("{\"a\": null, \"b\": 1.50}"));
    }

    private static <T> T read(String body, Class<T> type) {
        return RecordBinding.read(Json.tree(body), type);
    }

    private static List<InvalidValue> wrong(String body) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> read(body, Figure.class));
        return ((InvalidValues) refused.refusal()).values();
    }
}
