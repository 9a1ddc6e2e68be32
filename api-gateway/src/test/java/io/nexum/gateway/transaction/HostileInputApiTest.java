package io.nexum.gateway.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route that moves money is sent what it must not take: it answers a problem and writes nothing. */
class HostileInputApiTest extends BankApiTest {
    /** Routes with a body that would be granted; {@code @amount@} stands for the amount's JSON. */
    private static final List<String[]> ROUTES = List.of(
            new String[] {"/transactions/deposit", "{\"account_id\": \"@A@\", \"amount\": @amount@, @text@}"},
            new String[] {"/transactions/withdraw", "{\"account_id\": \"@A@\", \"amount\": @amount@, @text@}"},
            new String[] {
                "/transactions/transfer",
                "{\"from_account_id\": \"@A@\", \"to_account_id\": \"@B@\", \"amount\": @amount@, @text@}"
            },
            new String[] {
                "/transactions",
                "{\"transaction_type\": \"payment\", \"from_account_id\": \"@A@\", \"to_account_id\": \"@B@\","
                        + " \"amount\": @amount@, @text@}"
            },
            new String[] {
                "/transactions/bulk",
                "{\"transactions\": [{\"transaction_type\": \"fee\", \"account_id\": \"@A@\", \"amount\": @amount@,"
                        + " @text@}]}"
            },
            new String[] {"/accounts/@A@/holds", "{\"amount\": @amount@, \"reason\": \"x\", @text@}"},
            new String[] {"/accounts/@A@/holds/@H@/capture", "{\"amount\": @amount@, @text@}"},
            new String[] {
                "/ledger/journal-entries",
                "{@text@, \"lines\": [{\"account\": \"5040\", \"side\": \"debit\", \"amount\": @amount@},"
                        + " {\"account\": \"1010\", \"side\": \"credit\", \"amount\": @amount@}]}"
            });

    private static final String FINE_AMOUNT = money("\"1.00\"", "\"USD\"");
    private static final String FINE_TEXT = "\"description\": \"fine\"";

    private static String money(String amount, String currency) {
        return "{\"amount\": " + amount + ", \"currency\": " + currency + "}";
    }

    static Stream<String[]> routes() {
        return ROUTES.stream();
    }

    static Stream<Arguments> badValues() {
        Stream<String> amounts = Stream.of(
                        "\"0\"",
                        "0",
                        "\"-1.00\"",
                        "-1",
                        "\"1.001\"",
                        "1.001",
                        "\"NaN\"",
                        "\"Infinity\"",
                        "\"-Infinity\"",
                        "\"1e400\"",
                        "1e400",
                        "1E2",
                        "\"1e2\"",
                        "\"+1\"",
                        "\"1,000\"",
                        "\"\"",
                        "\"abc\"",
                        "true",
                        "[]",
                        "{}",
                        "null",
                        "\"9999999999999999999\"",
                        "9999999999999999999",
                        "\"0x1F\"",
                        "\"1.00\\u0000\"")
                .map(amount -> money(amount, "\"USD\""));
        Stream<String> currencies = Stream.of(
                        "\"ABC\"", "\"usd\"", "\"\"", "\"US\\u0000\"", "840", "null", "[]", "\"XTS\"")
                .map(currency -> money("\"1.00\"", currency));
        Stream<String> shapes = Stream.of("\"1.00\"", "1.00", "[]", "null", "{}", "\"1.00 USD\"");
        Stream<String> texts = Stream.of(
                        "\"a\\u0000b\"",
                        "\"a\\u0007b\"",
                        "\"a\\nb\"",
                        "\"\\ud800\"",
                        "\"" + "x".repeat(501) + "\"",
                        "5",
                        "[]",
                        "{}",
                        "true")
                .map(text -> "\"description\": " + text);
        Stream<String> remarks = Stream.of(
                        "[]",
                        "\"x\"",
                        "{\"n\": 1e999999}",
                        "{\"t\": \"\\u0000\"}",
                        "{\"big\": \"" + "x".repeat(9_000) + "\"}",
                        "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{}}}}}}")
                .map(metadata -> FINE_TEXT + ", \"metadata\": " + metadata);
        return Stream.concat(
                Stream.of(amounts, currencies, shapes).flatMap(s -> s).map(amount -> Arguments.of(amount, FINE_TEXT)),
                Stream.of(texts, remarks).flatMap(s -> s).map(text -> Arguments.of(FINE_AMOUNT, text)));
    }

    private record Targets(String account, String other, String hold) {
        static Targets fresh() {
            String account = fundedAccount("100.00");
            String hold = api().post("/accounts/" + account + "/holds", """
                    {"amount": {"amount": "50.00", "currency": "USD"}, "reason": "x"}
                    """).at("hold_id");
            return new Targets(account, BankApiTest.account("USD"), hold);
        }

        String in(String text) {
            return text.replace("@A@", account).replace("@B@", other).replace("@H@", hold);
        }
    }

    private static final Targets TARGETS = Targets.fresh();

    private static void isRefused(Answer answer, long before, String what) {
        assertThat(answer.status()).as("%s: %s", what, answer.text()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.at("detail")).isNotEmpty();
        assertThat(answer.text()).doesNotContain("Exception", "io.nexum", "java.", "\\tat ");
        assertThat(head()).as("head of the log after %s", what).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("badValues")
    void a_bad_value_is_refused_by_every_route_with_the_name_of_its_field(String amount, String text) {
        for (String[] route : ROUTES) {
            if (!reads(route[0], amount, text)) {
                continue;
            }
            long before = head();
            String body = TARGETS.in(route[1].replace("@amount@", amount).replace("@text@", text));
            Answer answer = api().post(TARGETS.in(route[0]), body);
            isRefused(answer, before, route[0] + " " + body.substring(0, Math.min(body.length(), 300)));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.at("errors/0/field")).as(answer.text()).isNotEmpty();
        }
    }

    /** Holds and journal entries have no remarks, a hold no description, and all of a hold may be captured. */
    private static boolean reads(String route, String amount, String text) {
        boolean remarks = text.contains("metadata");
        if (route.endsWith("/holds")) {
            return text.equals(FINE_TEXT);
        }
        if (route.endsWith("/capture")) {
            return !remarks && !amount.equals("null");
        }
        return !remarks || !route.startsWith("/ledger");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void what_is_no_sound_json_is_refused(String route, String template) {
        String fine = TARGETS.in(template.replace("@amount@", FINE_AMOUNT).replace("@text@", FINE_TEXT));
        List<String> bodies = List.of(
                fine.substring(0, fine.length() - 1),
                fine + "{}",
                fine.replaceFirst("\\{", "{\"x\": NaN, "),
                fine.replaceFirst("\\{", "{\"x\": 1, \"x\": 2, "),
                fine.replaceFirst("\"amount\"", "\"amount\": null, \"amount\""),
                fine.replaceFirst("\\{", "{\"deep\": " + "[".repeat(5_000) + "]".repeat(5_000) + ", "),
                fine.replaceFirst("\\{", "{\"deep\": " + "{\"a\":".repeat(40) + "1" + "}".repeat(40) + ", "),
                fine.replaceFirst("\\{", "{\"number\": " + "9".repeat(5_000) + ", "),
                fine.replaceFirst("\\{", "{\"" + "n".repeat(5_000) + "\": 1, "),
                "<xml/>",
                "\u0000");
        for (String body : bodies) {
            long before = head();
            Answer answer = api().post(TARGETS.in(route), body);
            isRefused(answer, before, route + " " + body.substring(0, Math.min(body.length(), 200)));
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        }
        for (String body : List.of("5", "null", "\"text\"", "true")) {
            long before = head();
            isRefused(api().post(TARGETS.in(route), body), before, route + " " + body);
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void more_than_a_mebibyte_is_not_read(String route, String template) {
        String fine = TARGETS.in(template.replace("@amount@", FINE_AMOUNT).replace("@text@", FINE_TEXT));
        String large = fine.replaceFirst("\\{", "{\"pad\": \"" + "x".repeat(1 << 20) + "\", ");
        long before = head();
        Answer answer = api().post(TARGETS.in(route), large);
        isRefused(answer, before, route);
        assertThat(answer.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void the_same_body_without_the_bad_part_is_granted(String route, String template) {
        Targets fresh = Targets.fresh();
        String fine = fresh.in(template.replace("@amount@", FINE_AMOUNT).replace("@text@", FINE_TEXT));
        Answer answer = api().post(fresh.in(route), fine);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    }
}
