package io.nexum.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.Refusals.InvalidValues;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.customer.KycStatus;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.constraints.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordBindingTest {
    record Paid(@Positive Money amount) implements Request {}

    record Named(@Size(max = 10) String name) implements Request {}

    record Remarked(Map<String, Object> metadata) implements Request {}

    record Line(@Size(max = 1) String text) {}

    record Order(
            @Size(max = 10) String name,
            @Positive Money amount,
            @Size(min = 1, max = 5) List<Line> lines,
            LocalDate since,
            @Size(max = 3) String absent)
            implements Request {}

    record Extras(
            Optional<@Size(max = 5) String> note,
            Optional<@NotBlank @Size(max = 5) String> title,
            @Default("true") boolean atOnce,
            @Default("[]") List<@Size(max = 2) String> words,
            @Default("none") KycStatus status,
            @Name({"limit", "most"}) Optional<@Range(min = 1, max = 9) Integer> limit,
            Optional<@PositiveOrZero Money> minimum,
            Optional<@Rate BigDecimal> rate,
            @RequiredUnless("limit") Optional<AccountId> account)
            implements Request {}

    record Inner(Optional<LocalDate> from, Optional<LocalDate> to) implements Checked {
        @Override
        public void check(ValidationErrors errors) {
            if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
                errors.reject("from", "must not be after to");
            }
        }
    }

    record Outer(
            @JsonUnwrapped Inner span,
            @OrWholeBody @Default("[]") List<Line> lines,
            Optional<Inner> other) implements Request {}

    record Several(Set<KycStatus> states) implements Request {}

    @OrPlain("amount")
    record Part(@PositiveOrZero Amount amount, Optional<LocalDate> date) {}

    record Parts(List<Part> parts, Optional<@Positive Amount> sum) implements Request {}

    @Test
    void a_part_may_be_sent_as_its_one_plain_value() {
        Parts read = read("{\"parts\": [5, {\"amount\": {\"amount\": 6, \"currency\": \"EUR\"}}]}", Parts.class);

        assertThat(read.parts())
                .extracting(part -> part.amount().number())
                .containsExactly(new BigDecimal("5"), new BigDecimal("6.00"));
    }

    @Test
    void the_bounds_of_an_amount_are_told_of_the_number_that_breaks_them() {
        assertThat(wrong(
                        "{\"parts\": [-1, {\"amount\": {\"amount\": -1, \"currency\": \"EUR\"}}, []], \"sum\": \"0.00\"}",
                        Parts.class))
                .extracting(InvalidValue::property)
                .containsExactly("parts[0].amount", "parts[1].amount.amount", "parts[2].amount", "sum");
    }

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
        assertThat(wrong("{\"amount\": {\"amount\": " + amount + ", \"currency\": \"USD\"}}", Paid.class))
                .extracting(InvalidValue::property)
                .containsExactly("amount.amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ABC\"", "\"usd\"", "\"\"", "5", "null", "\"US\"", "\"XXX\"", "\"XAU\""})
    void an_unknown_currency_is_refused_by_its_name(String currency) {
        assertThat(wrong("{\"amount\": {\"amount\": \"1\", \"currency\": " + currency + "}}", Paid.class))
                .extracting(InvalidValue::property)
                .containsExactly("amount.currency");
    }

    @Test
    void a_currency_has_its_own_decimals() {
        assertThat(amount("\"5\"", "JPY")).isEqualTo(Money.of("5", "JPY"));
        assertThat(amount("\"5.125\"", "KWD")).isEqualTo(Money.of("5.125", "KWD"));
        assertThat(wrong("{\"amount\": {\"amount\": \"5.1\", \"currency\": \"JPY\"}}", Paid.class))
                .containsExactly(
                        new InvalidValue("amount.amount", "amount.amount must have at most 0 decimals, as JPY has"));
    }

    @Test
    void all_that_is_wrong_is_told_at_once_with_the_place_of_each() {
        String body = """
                {"name": "", "amount": {"amount": "x"}, "lines": [{"text": "a"}, {"text": 5}, 7, {"text": "ab"}],
                 "since": "2026-02-30"}
                """;
        assertThat(wrong(body, Order.class))
                .extracting(InvalidValue::property)
                .containsExactly(
                        "name",
                        "amount.amount",
                        "amount.currency",
                        "lines[1].text",
                        "lines[2]",
                        "lines[3].text",
                        "since",
                        "absent");
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
                "false",
                "\"\"",
                "\"  \"",
                "null"
            })
    void a_text_that_is_none_or_unsound_is_refused(String text) {
        assertThat(wrong("{\"name\": " + text + "}", Named.class))
                .extracting(InvalidValue::property)
                .containsExactly("name");
    }

    @Test
    void a_text_loses_the_white_space_at_its_ends_and_then_has_its_length() {
        assertThat(read("{\"name\": \"  ten chars.  \"}", Named.class).name()).isEqualTo("ten chars.");
    }

    @Test
    void what_is_optional_or_has_a_default_may_be_left_out_or_be_null() {
        Extras nothing = read("{\"limit\": 3, \"note\": null, \"at_once\": null, \"account\": null}", Extras.class);
        assertThat(nothing)
                .isEqualTo(new Extras(
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        List.of(),
                        KycStatus.NONE,
                        Optional.of(3),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void an_optional_text_that_is_blank_is_absent_unless_it_says_otherwise() {
        assertThat(read("{\"limit\": 1, \"note\": \" \"}", Extras.class).note()).isEmpty();
        assertThat(wrong("{\"limit\": 1, \"title\": \" \"}", Extras.class))
                .containsExactly(new InvalidValue("title", "title must not be empty"));
    }

    @Test
    void a_field_may_have_several_names_and_is_blamed_by_the_one_that_was_sent() {
        assertThat(read("{\"most\": 4, \"account\": null, \"limit\": 2}", Extras.class)
                        .limit())
                .contains(2);
        assertThat(wrong("{\"most\": 10, \"account\": \"0190a5b8-0000-7000-8000-000000000000\"}", Extras.class))
                .containsExactly(new InvalidValue("most", "most must be a whole number from 1 to 9"));
    }

    @Test
    void one_of_two_fields_must_be_sent() {
        assertThat(wrong("{}", Extras.class)).containsExactly(new InvalidValue("account", "account is missing"));
    }

    @Test
    void bounds_within_an_optional_or_a_list_are_told_with_their_place() {
        String body = """
                {"limit": 1, "words": ["ab", "abc"], "minimum": {"amount": "-1", "currency": "USD"}, "rate": "10.5",
                 "note": "too long"}
                """;
        assertThat(wrong(body, Extras.class))
                .containsExactly(
                        new InvalidValue("note", "note has at most 5 characters"),
                        new InvalidValue("words[1]", "words[1] has at most 2 characters"),
                        new InvalidValue("minimum.amount", "minimum.amount must not be below zero"),
                        new InvalidValue("rate", "rate must be a fraction from 0 to 10, as in 0.12 for 12 %"));
    }

    @Test
    void rules_between_fields_are_told_once_each_field_is_right() {
        String late = "\"from\": \"2026-02-01\", \"to\": \"2026-01-01\"";
        assertThat(wrong("{" + late + "}", Outer.class))
                .containsExactly(new InvalidValue("from", "from must not be after to"));
        assertThat(wrong("{\"other\": {" + late + "}}", Outer.class))
                .containsExactly(new InvalidValue("other.from", "other.from must not be after to"));
        assertThat(wrong("{\"from\": \"never\", \"to\": \"2026-01-01\"}", Outer.class))
                .extracting(InvalidValue::property)
                .containsExactly("from");
    }

    @Test
    void a_body_may_be_the_list_itself_where_a_record_says_so() {
        assertThat(read("[{\"text\": \"a\"}]", Outer.class).lines()).containsExactly(new Line("a"));
        assertThat(wrong("[{\"text\": \"abc\"}]", Outer.class))
                .extracting(InvalidValue::property)
                .containsExactly("lines[0].text");
        assertThat(wrong("[]", Named.class)).extracting(InvalidValue::property).containsExactly("body");
    }

    @Test
    void words_are_read_in_any_letter_case_and_once() {
        assertThat(read("{\"states\": [\"Verified\", \"verified\", \"none\"]}", Several.class)
                        .states())
                .containsExactly(KycStatus.VERIFIED, KycStatus.NONE);
        assertThat(wrong("{\"states\": [\"ok\", null]}", Several.class))
                .containsExactly(
                        new InvalidValue("states", "states must be one of none, pending, verified, expired, rejected"));
    }

    @Test
    void no_more_is_told_than_anyone_would_read() {
        String lines = "[" + "5,".repeat(900) + "5]";
        assertThat(wrong("{\"lines\": " + lines + "}", Outer.class)).hasSize(100);
    }

    @Test
    void a_client_s_remarks_are_kept_as_they_are() {
        Map<String, Object> remarks = read(
                        "{\"metadata\": {\"a\": null, \"b\": [1, \" x \"], \"c\": {\"d\": true}}}", Remarked.class)
                .metadata();
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
        assertThat(wrong("{\"metadata\": " + remarks + "}", Remarked.class))
                .extracting(InvalidValue::property)
                .containsExactly("metadata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"text\"", "null", "true"})
    void a_body_that_is_no_object_is_refused(String body) {
        assertThat(wrong(body, Named.class)).extracting(InvalidValue::property).containsExactly("body");
    }

    private static Money amount(String amount, String currency) {
        return read("{\"amount\": {\"amount\": " + amount + ", \"currency\": \"" + currency + "\"}}", Paid.class)
                .amount();
    }

    private static <T> T read(String body, Class<T> type) {
        return RecordBinding.read(Json.tree(body), type);
    }

    private static <T> List<InvalidValue> wrong(String body, Class<T> type) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> read(body, type));
        assertThat(refused).as("refusal of %s", body).isNotNull();
        return ((InvalidValues) refused.refusal()).values();
    }
}
