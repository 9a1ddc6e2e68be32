package io.nexum.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.Refusals.InvalidValues;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    @ParameterizedTest
    @CsvSource({"'\"12.34\"', 12.34", "12.34, 12.34", "12.30, 12.30", "100, 100.00", "100.0, 100.00", "'\"0.01\"', 0.01"
    })
    void an_amount_is_taken_exactly_as_text_or_number(String amount, String exactly) {
        assertThat(amount(amount, "USD")).isEqualTo(Money.of(exactly, "USD"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1e2\"",
                "1e2",
                "1e400",
                "1E+2",
                "\"NaN\"",
                "\"Infinity\"",
                "\"+1\"",
                "\" 1\"",
                "\"1,000.00\"",
                "\"0x10\"",
                "\"-5.00\"",
                "-5",
                "0",
                "\"0.00\"",
                "\"-0\"",
                "\"12.345\"",
                "12.345",
                "\"1234567890123456789\"",
                "1234567890123456789",
                "\"\"",
                "\".5\"",
                "\"5.\"",
                "true",
                "[]",
                "{}",
                "null",
                "\"٣\"",
                "\"12.34 USD\""
            })
    void an_amount_of_any_other_form_is_refused_by_its_name(String amount) {
        assertThat(wrong(
                        "{\"amount\": {\"amount\": " + amount + ", \"currency\": \"USD\"}}", in -> in.amount("amount")))
                .extracting(InvalidValue::field)
                .containsExactly("amount.amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ABC\"", "\"usd\"", "\"\"", "5", "null", "\"US\"", "\"XXX\"", "\"XAU\""})
    void an_unknown_currency_is_refused_by_its_name(String currency) {
        assertThat(wrong(
                        "{\"amount\": {\"amount\": \"1\", \"currency\": " + currency + "}}", in -> in.amount("amount")))
                .extracting(InvalidValue::field)
                .containsExactly("amount.currency");
    }

    @Test
    void a_currency_has_its_own_decimals() {
        assertThat(amount("\"5\"", "JPY")).isEqualTo(Money.of("5", "JPY"));
        assertThat(amount("\"5.125\"", "KWD")).isEqualTo(Money.of("5.125", "KWD"));
        assertThat(wrong("{\"amount\": {\"amount\": \"5.1\", \"currency\": \"JPY\"}}", in -> in.amount("amount")))
                .containsExactly(new InvalidValue("amount.amount", "JPY has 0 decimals, so 5.1 is too fine"));
    }

    @Test
    void all_that_is_wrong_is_told_at_once_with_the_place_of_each() {
        String body = """
                {"name": "", "amount": {"amount": "x"}, "lines": [{"text": "a"}, {"text": 5}, 7], "since": "2026-02-30"}
                """;
        assertThat(wrong(
                        body,
                        in -> Arrays.asList(
                                in.text("name", 10),
                                in.amount("amount"),
                                in.list("lines", 5, line -> line.text("text", 1)),
                                in.required("since", Forms::date),
                                in.text("absent", 3))))
                .extracting(InvalidValue::field)
                .containsExactly(
                        "name", "amount.amount", "amount.currency", "lines[1].text", "lines[2]", "since", "absent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\\u0000b\"",
                "\"a\\nb\"",
                "\"\\ud800\"",
                "\"toolongtext\"",
                "5",
                "[\"a\"]",
                "{\"a\": 1}",
                "false"
            })
    void a_text_that_is_none_or_unsound_is_refused(String text) {
        assertThat(wrong("{\"name\": " + text + "}", in -> in.text("name", 10)))
                .extracting(InvalidValue::field)
                .containsExactly("name");
    }

    @Test
    void a_client_s_remarks_are_kept_as_they_are() {
        Map<String, Object> remarks = Fields.read(
                        json("{\"metadata\": {\"a\": null, \"b\": [1, \" x \"], \"c\": {\"d\": true}}}"),
                        in -> in.remarks("metadata"))
                .orElseThrow();
        assertThat(Json.text(remarks)).isEqualTo("{\"a\":null,\"b\":[1,\" x \"],\"c\":{\"d\":true}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "[]",
                "\"x\"",
                "{\"a\": 1e400}",
                "{\"a\": \"\\u0000\"}",
                "{\"\\u0001\": 1}",
                "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":1}}}}}"
            })
    void remarks_beyond_the_bounds_are_refused(String remarks) {
        assertThat(wrong("{\"metadata\": " + remarks + "}", in -> in.remarks("metadata")))
                .extracting(InvalidValue::field)
                .containsExactly("metadata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"text\"", "null", "true"})
    void a_body_that_is_no_object_is_refused(String body) {
        assertThat(wrong(body, in -> in)).extracting(InvalidValue::field).containsExactly("body");
    }

    private static Money amount(String amount, String currency) {
        return Fields.read(
                json("{\"amount\": {\"amount\": " + amount + ", \"currency\": \"" + currency + "\"}}"),
                in -> in.amount("amount"));
    }

    private static <T> List<InvalidValue> wrong(String body, Function<Fields, T> shape) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> Fields.read(json(body), shape));
        assertThat(refused).as("refusal of %s", body).isNotNull();
        return ((InvalidValues) refused.refusal()).values();
    }

    private static tools.jackson.databind.JsonNode json(String text) {
        return Json.tree(text.getBytes(StandardCharsets.UTF_8));
    }
}
