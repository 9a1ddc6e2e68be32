package io.nexum.gateway.loan;

import static io.nexum.gateway.loan.Lending.granted;
import static io.nexum.gateway.loan.Lending.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.OwnBank;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes of loans of 1,200.00 from 1 January 2026, two instalments paid, at a bank whose date is 15 June 2026. */
class LoanChangeApiTest {
    private static OwnBank bank;
    private static Lending lending;

    @BeforeAll
    static void open() throws IOException {
        bank = OwnBank.start(Map.of("NEXUM_BUSINESS_DATE", "2026-06-15"));
        lending = new Lending(new Api(bank.base(), bank.token()), LocalDate.parse("2026-01-01"));
    }

    @AfterAll
    static void close() {
        bank.close();
    }

    @AfterEach
    void the_books_balance() {
        assertThat(lending.booksBalance()).isTrue();
    }

    /** Three instalments are overdue, and a fee. */
    private static String overdueLoan() {
        String loan = lending.lent();
        lending.pay(loan, "106.62", "2026-02-01");
        lending.pay(loan, "106.62", "2026-03-01");
        granted(lending.post(loan, "fees", """
                {"name": "Reminder", "amount": {"amount": "5.00", "currency": "USD"}}
                """));
        return loan;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reschedule  | \"number_of_payments\": 12",
                "reschedule  | \"first_payment_date\": \"2026-07-20\", \"annual_interest_rate\": \"0.18\"",
                "reschedule  | \"payment_frequency\": \"weekly\", \"number_of_payments\": 30, \"date\": \"2026-06-01\"",
                "re-age      | \"first_payment_date\": \"2026-07-01\", \"number_of_payments\": 9",
                "re-amortize | \"date\": \"2026-06-10\"",
                "restructure | \"annual_interest_rate\": \"0.06\", \"first_payment_date\": \"2026-08-01\","
                        + " \"number_of_payments\": 24",
                "restructure | \"annual_interest_rate\": \"0.06\", \"first_payment_date\": \"2026-08-01\","
                        + " \"number_of_payments\": 24, \"capitalize\": true"
            })
    void a_preview_is_what_the_change_then_gives(String change, String fields) {
        String loan = overdueLoan();
        String body = "{\"reason\": \"agreed anew\", " + fields + "}";
        long head = lending.head();

        Answer preview = granted(lending.post(loan, change + "?preview=true", body));
        assertThat(lending.head()).isEqualTo(head);
        Answer changed = granted(lending.post(loan, change, body));

        assertThat(preview.json().at("/preview").asBoolean()).isTrue();
        assertThat(changed.json().at("/preview").asBoolean()).isFalse();
        assertThat(preview.json().has("transaction_id")).isFalse();
        assertThat(without(preview, "preview")).isEqualTo(without(changed, "preview", "transaction_id"));
        assertThat(planned(lending.schedule(loan)))
                .isEqualTo(planned(changed.json().get("schedule")));
        assertThat(lending.annualRate(loan)).isEqualTo(changed.at("apr_regulation_z"));
        Answer dry = granted(lending.post(loan, change + "?dry_run=true", body));
        assertThat(dry.header("X-Dry-Run")).contains("true");
    }

    private static JsonNode without(Answer answer, String... fields) {
        ObjectNode json = (ObjectNode) answer.json();
        json.remove(List.of(fields));
        return json;
    }

    /** Each line's day, payment, principal, interest, what is paid and the balance after it. */
    private static List<List<String>> planned(JsonNode schedule) {
        return schedule.values().stream()
                .map(line -> List.of(
                        line.at("/payment_date").asString(),
                        line.at("/payment_amount/amount").asString(),
                        line.at("/principal_amount/amount").asString(),
                        line.at("/interest_amount/amount").asString(),
                        line.at("/paid_amount/amount").asString(),
                        line.at("/remaining_balance/amount").asString()))
                .toList();
    }

    @Test
    void what_is_overdue_stays_so_when_a_loan_is_rescheduled_and_not_when_it_is_re_aged() {
        String rescheduled = overdueLoan();
        String reAged = overdueLoan();

        granted(lending.post(rescheduled, "reschedule", "{\"number_of_payments\": 12, \"reason\": \"agreed anew\"}"));
        granted(lending.post(reAged, "re-age", """
                {"first_payment_date": "2026-07-15", "number_of_payments": 12, "reason": "agreed anew"}
                """));

        assertThat(lending.loan(rescheduled).at("/days_past_due").asInt()).isEqualTo(75);
        assertThat(lending.loan(reAged).at("/days_past_due").asInt()).isZero();
        assertThat(lending.loan(reAged).at("/next_payment_date").asString()).isEqualTo("2026-07-15");
    }

    @Test
    void a_change_that_comes_again_with_its_key_counts_once() {
        String loan = overdueLoan();
        String body = """
                {"first_payment_date": "2026-07-15", "number_of_payments": 12, "reason": "agreed anew",
                 "idempotency_key": "re-age %s"}
                """.formatted(loan);
        Answer first = granted(lending.post(loan, "re-age", body));
        long head = lending.head();

        Answer again = granted(lending.post(loan, "re-age", body));

        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(lending.head()).isEqualTo(head);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reschedule  | {\"reason\": \"x\"} | first_payment_date",
                "re-age      | {\"reason\": \"x\", \"first_payment_date\": \"2026-07-01\"} | number_of_payments",
                "re-amortize | {} | reason",
                "re-amortize | {\"reason\": \"x\", \"date\": \"2026-06-16\"} | date",
                "restructure | {\"reason\": \"x\", \"first_payment_date\": \"2026-07-01\", \"number_of_payments\": 2}"
                        + " | annual_interest_rate",
                "rate        | {\"reason\": \"x\", \"annual_interest_rate\": \"0.1\", \"from\": \"2025-12-31\"} | from",
                "interest-pause | {\"reason\": \"x\", \"from\": \"2026-03-01\", \"until\": \"2026-03-01\"} | until"
            })
    void a_bad_field_is_named_and_nothing_is_written(String change, String body, String field) {
        String loan = lending.lent();
        long head = lending.head();

        Answer answer = lending.post(loan, change, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("errors/0/field")).isEqualTo(field);
        assertThat(lending.head()).isEqualTo(head);
    }

    /** From 1 March on it is 24 %, 2 % a month: of 1,009.81 that is 20.20 in March, after which ten instalments are left. */
    @Test
    void another_rate_counts_from_its_day_on() {
        String loan = lending.lent();

        granted(lending.post(loan, "rate", """
                {"annual_interest_rate": "0.24", "from": "2026-03-01", "reason": "index went up"}
                """));

        JsonNode schedule = lending.schedule(loan);
        assertThat(schedule.get(1).at("/interest_amount/amount").asString()).isEqualTo("11.05");
        assertThat(schedule.get(2).at("/interest_amount/amount").asString()).isEqualTo("20.20");
        assertThat(new BigDecimal(schedule.get(2).at("/payment_amount/amount").asString()))
                .isGreaterThan(new BigDecimal("106.62"));
        assertThat(schedule.size()).isEqualTo(12);
    }

    @Test
    void nothing_is_earned_in_a_pause_and_the_instalment_stays() {
        String loan = lending.lent();

        granted(lending.post(loan, "interest-pause", """
                {"from": "2026-02-01", "until": "2026-03-01", "reason": "flood"}
                """));

        JsonNode march = lending.schedule(loan).get(1);
        assertThat(march.at("/interest_amount/amount").asString()).isEqualTo("0.00");
        assertThat(march.at("/payment_amount/amount").asString()).isEqualTo("106.62");
        assertThat(lending.schedule(loan).get(0).at("/interest_amount/amount").asString())
                .isEqualTo("12.00");
    }

    /** What the general ledger has on an account, on the side that it is usually on. */
    private static BigDecimal onAccount(String code) {
        for (JsonNode row :
                granted(lending.api().get("/ledger/trial-balance")).json().get("rows")) {
            if (row.at("/account").asString().equals(code)) {
                return new BigDecimal(row.at("/balance/amount").asString());
            }
        }
        return BigDecimal.ZERO;
    }

    @Test
    void a_loan_that_is_charged_off_is_still_owed_and_what_comes_is_a_recovery() {
        String loan = overdueLoan();
        BigDecimal receivable = onAccount("1100");

        Answer off = granted(lending.post(loan, "charge-off", "{\"reason\": \"left the country\"}"));
        assertThat(off.at("status")).isEqualTo("charged_off");
        assertThat(off.at("current_balance/amount")).isEqualTo("1009.81");
        assertThat(receivable.subtract(onAccount("1100"))).isEqualByComparingTo("1009.81");

        assertThat(lending.pay(loan, "100.00", "2026-06-15").at("status")).isEqualTo("charged_off");
        assertThat(granted(lending.post(loan, "write-off", "{\"reason\": \"bankrupt\"}"))
                        .at("status"))
                .isEqualTo("written_off");
        refused(lending.pay(loan, "1.00", "2026-06-15", ""), 400, "loan-status-forbids", "loan_id");
    }

    @Test
    void what_comes_for_a_loan_that_was_given_up_is_income() {
        String loan = overdueLoan();
        String recovery = """
                {"amount": {"amount": "40.00", "currency": "USD"}, "reason": "sold the shelves"}
                """;
        refused(lending.post(loan, "recoveries", recovery), 400, "loan-status-forbids", "loan_id");
        granted(lending.post(loan, "write-off", "{\"reason\": \"bankrupt\"}"));
        BigDecimal before = onAccount("4040");

        assertThat(granted(lending.post(loan, "recoveries", recovery)).at("status"))
                .isEqualTo("written_off");

        assertThat(onAccount("4040").subtract(before)).isEqualByComparingTo("40.00");
        assertThat(granted(lending.api().get("/loans/" + loan + "/payments"))
                        .json()
                        .findValuesAsString("type"))
                .contains("recovery");
    }
}
