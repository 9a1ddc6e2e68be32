package io.nexum.gateway.loan;

import static io.nexum.gateway.loan.Lending.granted;
import static io.nexum.gateway.loan.Lending.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.OwnBank;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From the application to the end of a loan, at a bank whose date is 15 June 2026. */
class LoanApiTest {
    private static final String REASON = "{\"reason\": \"as agreed\"}";
    private static final String APPLICATION = ", \"originate\": false";

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

    private static Answer apply(String customer, String more) {
        return lending.api().post("/loans", lending.application(customer, "", more));
    }

    private static String applied() {
        return granted(apply(lending.customer(), APPLICATION)).at("loan_id");
    }

    @Test
    void an_application_is_approved_agreed_on_and_paid_out_to_the_borrowers_account() {
        String customer = lending.customer();
        String account = lending.account(customer, "");
        Answer applied = granted(apply(customer, APPLICATION));
        String loan = applied.at("loan_id");

        assertThat(applied.status()).isEqualTo(201);
        assertThat(applied.at("status")).isEqualTo("applied");
        assertThat(granted(lending.post(loan, "approve", REASON)).at("status")).isEqualTo("approved");
        assertThat(granted(lending.post(loan, "originate", REASON)).at("status"))
                .isEqualTo("originated");
        Answer paidOut = granted(lending.post(loan, "disburse", """
                {"disbursement_method": "account", "disbursement_account_id": "%s", "disbursement_date": "2026-01-01"}
                """.formatted(account)));

        assertThat(paidOut.at("status")).isEqualTo("active");
        assertThat(paidOut.at("current_balance/amount")).isEqualTo("1200.00");
        assertThat(lending.balance(account)).isEqualTo("1200.00");
        JsonNode read = lending.loan(loan);
        assertThat(read.at("/disbursed_amount/amount").asString()).isEqualTo("1200.00");
        assertThat(read.at("/next_payment_date").asString()).isEqualTo("2026-02-01");
        assertThat(lending.booksBalance()).isTrue();
    }

    @Test
    void a_new_loan_is_answered_as_it_is_read() {
        Answer made = granted(apply(lending.customer(), """
                , "purpose": "Stock for the shop", "collateral_description": "Shelves"
                """));

        assertThat(withoutInstants(made.json())).isEqualTo(withoutInstants(lending.loan(made.at("loan_id"))));
        assertThat(made.at("status")).isEqualTo("originated");
        assertThat(made.at("terms/monthly_payment/amount")).isEqualTo("106.62");
        assertThat(made.at("terms/total_interest/amount")).isEqualTo("79.42");
        assertThat(made.at("next_payment_date")).isEqualTo("2026-02-01");
    }

    private static JsonNode withoutInstants(JsonNode loan) {
        ((ObjectNode) loan).remove(List.of("created_at", "updated_at"));
        return loan;
    }

    @Test
    void an_application_that_comes_again_on_another_day_is_answered_with_its_first_dates() {
        String application = """
                {
                  "customer_id": "%s",
                  "terms": {
                    "principal_amount": {"amount": "1200.00", "currency": "USD"},
                    "annual_interest_rate": "0.12",
                    "term_months": 12
                  },
                  "idempotency_key": "again"
                }
                """.formatted(lending.customer());
        Answer first = granted(lending.api().post("/loans", application));
        LocalDate start = LocalDate.parse(first.at("terms/disbursement_date"));

        granted(lending.api().post("/admin/eod?wait=true", "{\"through\": \"" + start + "\"}"));
        Answer again = granted(lending.api().post("/loans", application));

        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.at("terms/disbursement_date")).isEqualTo(start.toString());
    }

    @Test
    void a_dry_run_answers_the_loan_and_writes_nothing() {
        String customer = lending.customer();
        long head = lending.head();

        Answer supposed = granted(lending.api().post("/loans?dry_run=true", lending.application(customer, "", "")));

        assertThat(supposed.header("X-Dry-Run")).contains("true");
        assertThat(supposed.at("status")).isEqualTo("originated");
        assertThat(lending.head()).isEqualTo(head);
        assertThat(lending.api().get("/loans/" + supposed.at("loan_id")).status())
                .isEqualTo(404);
    }

    @Test
    void loans_sent_to_one_account_elsewhere_have_one_payee() {
        String customer = lending.customer();
        String outward = """
                {
                  "disbursement_method": "bank_transfer",
                  "external_account": {"account_number": "12345678", "routing_number": "021000021",
                    "bank_name": "First National Bank"},
                  "disbursement_date": "2026-01-01"
                }
                """;

        granted(lending.post(lending.agreed(customer, ""), "disburse", outward));
        granted(lending.post(lending.agreed(customer, ""), "disburse", outward));

        Answer payees = granted(lending.api().get("/customers/" + customer + "/beneficiaries"));
        assertThat(payees.json().at("/total").asInt()).isEqualTo(1);
        assertThat(payees.at("beneficiaries/0/account_number")).isEqualTo("12345678");
        assertThat(payees.at("beneficiaries/0/name")).isEqualTo("Maria Santos");
    }

    @Test
    void a_loan_is_paid_out_in_parts_up_to_what_was_agreed() {
        String loan = lending.agreed(lending.customer(), "");
        String part = """
                {"disbursement_date": "%s", "amount": {"amount": "%s", "currency": "USD"}}
                """;

        assertThat(granted(lending.post(loan, "disburse", part.formatted("2026-01-01", "700.00")))
                        .at("status"))
                .isEqualTo("disbursed");
        refused(
                lending.post(loan, "disburse", part.formatted("2026-01-10", "500.01")),
                400,
                "loan-amount-out-of-range",
                "amount");
        assertThat(granted(lending.post(loan, "disburse", part.formatted("2026-01-10", "500.00")))
                        .at("status"))
                .isEqualTo("active");
    }

    @Test
    void an_application_that_is_turned_down_is_cancelled_with_the_reason() {
        String loan = applied();

        Answer cancelled = granted(lending.post(loan, "cancel", "{\"reason\": \"too little income\"}"));

        assertThat(cancelled.at("status")).isEqualTo("cancelled");
        assertThat(lending.loan(loan).has("next_payment_date")).isFalse();
        refused(lending.post(loan, "approve", REASON), 400, "loan-status-forbids", "loan_id");
        String trail =
                granted(lending.api().get("/audit/events?entity_id=" + loan)).text();
        assertThat(trail).contains("loan.cancelled", "too little income");
    }

    @ParameterizedTest
    @CsvSource({
        "applied, originate", "applied, disburse", "applied, payments", "applied, payoff", "applied, default",
        "applied, close", "applied, write-off", "applied, re-amortize", "originated, approve", "originated, originate",
        "originated, payments", "originated, close", "active, approve", "active, originate", "active, cancel",
        "active, disburse", "active, close", "active, recoveries", "cancelled, originate", "cancelled, disburse",
        "cancelled, payments", "cancelled, cancel", "paid_off, payments", "paid_off, default", "paid_off, charge-off"
    })
    void a_step_that_a_loan_is_not_ready_for_is_refused_and_nothing_is_written(String status, String step) {
        String loan = loanThatIs(status);
        long head = lending.head();

        Answer answer = lending.post(loan, step, """
                {"reason": "too early", "amount": {"amount": "10.00", "currency": "USD"}}
                """);

        refused(answer, 400, "loan-status-forbids", "loan_id");
        assertThat(answer.at("detail")).contains(" is " + status);
        assertThat(lending.head()).isEqualTo(head);
    }

    private static String loanThatIs(String status) {
        if (status.equals("applied")) {
            return applied();
        }
        if (status.equals("originated")) {
            return lending.agreed(lending.customer(), "");
        }
        if (status.equals("cancelled")) {
            String loan = applied();
            granted(lending.post(loan, "cancel", REASON));
            return loan;
        }
        String loan = lending.lent();
        if (status.equals("paid_off")) {
            granted(lending.post(loan, "payoff", "{}"));
        }
        return loan;
    }

    @Test
    void a_default_is_cured_by_paying_what_is_overdue_and_a_loan_that_is_paid_off_is_closed() {
        String loan = lending.lent();
        assertThat(granted(lending.post(loan, "default", REASON)).at("status")).isEqualTo("defaulted");

        String overdue = lending.loan(loan).at("/overdue_amount/amount").asString();
        assertThat(lending.pay(loan, overdue, "2026-06-15").at("status")).isEqualTo("active");
        assertThat(granted(lending.post(loan, "payoff", "{}")).at("status")).isEqualTo("paid_off");
        assertThat(granted(lending.post(loan, "close", REASON)).at("status")).isEqualTo("closed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "annual_interest_rate | \"-0.01\" | terms.annual_interest_rate",
                "term_months | 0 | terms.term_months",
                "grace_period_days | -1 | terms.grace_period_days",
                "late_fee | {\"amount\": \"25.00\", \"currency\": \"EUR\"} | terms.late_fee.currency",
                "prepayment_penalty_rate | \"1\" | terms.prepayment_penalty_rate",
                "payment_allocation | [\"fun\"] | terms.payment_allocation"
            })
    void bad_terms_are_told_by_their_field_and_nothing_is_written(String name, String bad, String field) {
        Map<String, String> terms = new TreeMap<>(Map.of(
                "principal_amount", "{\"amount\": \"1200.00\", \"currency\": \"USD\"}",
                "annual_interest_rate", "\"0.12\"",
                "term_months", "12"));
        terms.put(name, bad);
        String sent = terms.entrySet().stream()
                .map(term -> "\"" + term.getKey() + "\": " + term.getValue())
                .collect(Collectors.joining(", "));
        String customer = lending.customer();
        long head = lending.head();

        Answer answer = lending.api().post("/loans", """
                {"customer_id": "%s", "terms": {%s}}
                """.formatted(customer, sent));

        refused(answer, 422, "invalid-value", field);
        assertThat(lending.head()).isEqualTo(head);
    }
}
