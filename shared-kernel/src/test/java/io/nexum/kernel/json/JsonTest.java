package io.nexum.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.account.AccountStatus;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

class JsonTest {
    record Sample(
            String firstName,
            AccountStatus status,
            LocalDate openedOn,
            Instant recordedAt,
            Optional<String> remark,
            int count) {}

    private static final String SAMPLE = """
            {"first_name":"Ada","status":"frozen","opened_on":"2026-02-28",\
            "recorded_at":"2026-02-28T12:00:00.123456Z","count":3}""";

    @Test
    void names_are_snake_case_enumerations_small_dates_iso_and_what_is_absent_is_left_out() {
        Sample sample = new Sample(
                "Ada",
                AccountStatus.FROZEN,
                LocalDate.of(2026, 2, 28),
                Instant.parse("2026-02-28T12:00:00.123456Z"),
                Optional.empty(),
                3);

        assertThat(Json.text(sample)).isEqualTo(SAMPLE);
        assertThat(Json.read(SAMPLE, Sample.class)).isEqualTo(sample);
    }

    @Test
    void a_date_that_could_not_be_read_again_is_not_written() {
        for (Object unreadable : List.of(
                LocalDate.of(0, 12, 31),
                LocalDate.of(10_000, 1, 1),
                Instant.parse("0000-12-31T23:59:59Z"),
                Instant.parse("+10000-01-01T00:00:00Z"),
                Instant.MIN,
                Instant.MAX)) {
            assertThatThrownBy(() -> Json.bytes(List.of(unreadable)))
                    .as("%s", unreadable)
                    .isNotNull();
        }
        for (Object readable : List.of(
                LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31), Instant.parse("9999-12-31T23:59:59.999999Z"))) {
            assertThat(Json.read(Json.bytes(readable), readable.getClass())).isEqualTo(readable);
        }
    }

    @Test
    void a_date_is_the_name_of_a_field_too() {
        Map<LocalDate, Integer> byDay = Map.of(LocalDate.of(2026, 2, 28), 1);

        assertThat(Json.MAPPER.readValue(Json.bytes(byDay), new TypeReference<Map<LocalDate, Integer>>() {}))
                .isEqualTo(byDay);
    }

    @Test
    void an_enumeration_is_read_in_any_case() {
        assertThat(Json.read("\"Frozen\"", AccountStatus.class)).isEqualTo(AccountStatus.FROZEN);
        assertThat(Json.read("\"FROZEN\"", AccountStatus.class)).isEqualTo(AccountStatus.FROZEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first_name=5",
                "first_name=true",
                "first_name=1.5",
                "first_name=[\"Ada\"]",
                "first_name={}",
                "status=1",
                "status=\"1\"",
                "status=0",
                "status=\"\"",
                "status=\" \"",
                "status=\"gone\"",
                "status=true",
                "status=[\"frozen\"]",
                "count=\"three\"",
                "count=\"\"",
                "count=1.5",
                "count=true",
                "count=null",
                "count=99999999999",
                "count=[1]",
                "opened_on=\"2026-02-30\"",
                "opened_on=\"2026-2-3\"",
                "opened_on=20260228",
                "opened_on=[2026,2,28]",
                "recorded_at=1763596800",
                "recorded_at=1763596800.5",
                "recorded_at=\"yesterday\"",
                "recorded_at=\"2026-02-28T12:00:00\"",
                "recorded_at=\"+10000-01-01T00:00:00Z\"",
                "recorded_at=\"-0001-01-01T00:00:00Z\"",
                "opened_on=\"+10000-01-01\"",
                "opened_on=\"0000-01-01\"",
                "opened_on=\"\"",
                "remark=5",
                "remark={}"
            })
    void a_value_of_the_wrong_type_is_refused_and_not_bent(String change) {
        String field = change.substring(0, change.indexOf('='));
        String value = change.substring(change.indexOf('=') + 1);
        Map<String, Object> fields =
                new TreeMap<>(Json.MAPPER.readValue(SAMPLE, new TypeReference<Map<String, Object>>() {}));
        fields.remove(field);
        String others = Json.text(fields);

        assertRefused(others.substring(0, others.length() - 1) + ",\"" + field + "\":" + value + "}", Sample.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"count\":1,\"count\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{\"a\":[{\"b\":1,\"b\":1}]}",
                "{\"count\":1} {\"count\":2}",
                "{\"count\":1}]",
                "{\"count\":1} x",
                "{\"count\":1",
                "{\"count\":}",
                "{count:1}",
                "{'count':1}",
                "{\"count\":01}",
                "{\"count\":+1}",
                "{\"count\":1,}",
                "{\"count\":1}/* more */",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":-Infinity}",
                "{\"a\":\"tab\there\"}",
                "{\"a\":\"\\x\"}",
                ""
            })
    void what_is_no_json_or_says_a_thing_twice_is_refused(String json) {
        assertRefused(json, Sample.class);
        assertRefused(json, Map.class);
    }

    @Test
    void nesting_is_bounded() {
        String deepest = "[".repeat(Json.MAX_NESTING) + "]".repeat(Json.MAX_NESTING);
        String deeper = "[" + deepest + "]";

        assertThat(Json.text(Json.read(deepest, List.class))).isEqualTo(deepest);
        assertRefused(deeper, List.class);
        assertRefused("{\"a\":".repeat(100_000), Map.class);
        assertRefused("{\"unknown\":" + "[".repeat(100_000), Sample.class);
    }

    @Test
    void names_and_numbers_are_bounded() {
        assertRefused("{\"" + "n".repeat(201) + "\":1}", Map.class);
        assertRefused("{\"a\":" + "9".repeat(61) + "}", Map.class);
        assertRefused("{\"amount\":\"" + "9".repeat(61) + "\",\"currency\":\"USD\"}", Money.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"NaN\"",
                "\"Infinity\"",
                "\"1e400\"",
                "1e400",
                "\"1e999999999\"",
                "1e999999999",
                "-1e2147483647",
                "\"1e99999999999\"",
                "1e-999999999",
                "\"1,000.00\"",
                "\"0x10\"",
                "\"twelve\"",
                "\"\"",
                "\" \"",
                "null",
                "true",
                "[1]",
                "{}"
            })
    void what_is_no_amount_is_refused_at_once(String amount) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertRefused("{\"amount\":" + amount + ",\"currency\":\"USD\"}", Money.class));
    }

    @Test
    void an_amount_needs_a_currency_and_a_currency_an_amount() {
        assertRefused("{\"amount\":\"1.00\"}", Money.class);
        assertRefused("{\"currency\":\"USD\"}", Money.class);
        assertRefused("{\"amount\":\"1.00\",\"currency\":null}", Money.class);
        assertRefused("{\"amount\":\"1.00\",\"currency\":\"XXX\"}", Money.class);
        assertRefused("{\"amount\":\"1.00\",\"currency\":840}", Money.class);
        assertRefused("\"1.00 USD\"", Money.class);
    }

    @Test
    void an_amount_may_come_as_a_number_and_stays_exact() {
        assertThat(Json.read("{\"amount\":0.10,\"currency\":\"USD\"}", Money.class))
                .isEqualTo(Money.of("0.10", "USD"));
        assertThat(Json.read("{\"amount\":123456789012345678.91,\"currency\":\"USD\"}", Money.class))
                .isEqualTo(Money.of("123456789012345678.91", "USD"));
    }

    @Test
    void untyped_numbers_stay_exact_down_to_their_last_zero() {
        Map<?, ?> read = Json.read("{\"a\":1.10,\"b\":0.30000000000000000001}", Map.class);

        assertThat(read.get("a")).isEqualTo(new BigDecimal("1.10"));
        assertThat(read.get("b")).isEqualTo(new BigDecimal("0.30000000000000000001"));
        assertThat(Json.text(read)).isEqualTo("{\"a\":1.10,\"b\":0.30000000000000000001}");
    }

    @Test
    void a_tree_keeps_numbers_exact_too() {
        JsonNode tree =
                Json.tree("{\"amount\":1.10,\"currency\":\"USD\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(tree.toString()).isEqualTo("{\"amount\":1.10,\"currency\":\"USD\"}");
        assertThat(Json.convert(tree, Money.class)).isEqualTo(Money.of("1.10", "USD"));
    }

    @Test
    void a_field_that_nobody_knows_is_passed_over() {
        assertThat(Json.read("{\"amount\":\"1.00\",\"currency\":\"USD\",\"colour\":\"red\"}", Money.class))
                .isEqualTo(Money.of("1.00", "USD"));
    }

    private static void assertRefused(String json, Class<?> type) {
        assertThatThrownBy(() -> Json.read(json, type)).isInstanceOf(JacksonException.class);
    }

    @Test
    void a_refusal_says_where() {
        assertThatThrownBy(() -> Json.read("{\"count\":1,\"count\":2}", Sample.class))
                .isInstanceOfSatisfying(
                        StreamReadException.class, e -> assertThat(location(e)).isEqualTo(1));
    }

    private static @Nullable Integer location(StreamReadException e) {
        return e.getLocation() == null ? null : e.getLocation().getLineNr();
    }
}
