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
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Payments on loans of 1,200.00 from 1 January 2026, at a bank whose date is 15 June 2026. */
class LoanPaymentApiTest {
    private static final BigDecimal USUAL = new BigDecimal("106.62");

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

    private static JsonNode payments(String loan) {
        return granted(lending.api().get("/loans/" + loan + "/payments")).json().get("payments");
    }

    @Test
    void an_instalment_pays_the_months_interest_and_the_rest_of_principal() {
        Answer paid = lending.pay(lending.lent(), "106.62", "2026-02-01");

        assertThat(paid.at("interest_payment/amount")).isEqualTo("12.00");
        assertThat(paid.at("principal_payment/amount")).isEqualTo("94.62");
        assertThat(paid.at("late_fee/amount")).isEqualTo("0.00");
        assertThat(paid.at("new_balance/amount")).isEqualTo("1105.38");
        assertThat(paid.at("next_payment_date")).isEqualTo("2026-03-01");
        assertThat(paid.json().at("/days_late").asInt()).isZero();
    }

    @Test
    void a_part_payment_leaves_the_rest_of_the_instalment_open() {
        String loan = lending.lent();

        Answer paid = lending.pay(loan, "50.00", "2026-02-01");

        assertThat(paid.at("interest_payment/amount")).isEqualTo("12.00");
        assertThat(paid.at("principal_payment/amount")).isEqualTo("38.00");
        JsonNode line = lending.schedule(loan).get(0);
        assertThat(line.at("/paid_amount/amount").asString()).isEqualTo("50.00");
        assertThat(line.at("/open_amount/amount").asString()).isEqualTo("56.62");
        assertThat(line.at("/status").asString()).isEqualTo("late");
    }

    @Test
    void a_payment_after_the_days_of_grace_pays_the_late_fee_first_and_tells_how_late_it_is() {
        String loan = lending.lent(lending.customer(), """
                , "late_fee": {"amount": "25.00", "currency": "USD"}
                """);

        Answer paid = lending.pay(loan, "131.62", "2026-02-11");

        assertThat(paid.json().at("/days_late").asInt()).isEqualTo(3);
        assertThat(paid.at("late_fee/amount")).isEqualTo("25.00");
        assertThat(paid.at("interest_payment/amount")).isEqualTo("12.00");
        assertThat(paid.at("principal_payment/amount")).isEqualTo("94.62");
        assertThat(payments(loan).get(0).at("/days_late").asInt()).isEqualTo(3);
    }

    @Test
    void what_is_paid_too_much_is_a_credit_which_is_given_back() {
        String customer = lending.customer();
        String account = lending.account(customer, "");
        String loan = lending.lent(customer, "");

        Answer paid = lending.pay(loan, "1300.00", "2026-02-01");
        assertThat(paid.at("status")).isEqualTo("paid_off");
        assertThat(paid.at("credit_amount/amount")).isEqualTo("88.00");
        refused(lending.post(loan, "close", "{\"reason\": \"over\"}"), 400, "nothing-to-do", "");
        refused(lending.post(loan, "refunds", """
                        {"amount": {"amount": "88.01", "currency": "USD"}, "reason": "paid too much"}
                        """), 400, "loan-amount-out-of-range", "amount");
        Answer refunded = granted(lending.post(loan, "refunds", """
                {"account_id": "%s", "reason": "paid too much"}
                """.formatted(account)));

        assertThat(refunded.at("credit_balance/amount")).isEqualTo("0.00");
        assertThat(lending.balance(account)).isEqualTo("88.00");
        assertThat(payments(loan).get(1).at("/type").asString()).isEqualTo("refund");
        assertThat(granted(lending.post(loan, "close", "{\"reason\": \"over\"}"))
                        .at("status"))
                .isEqualTo("closed");
    }

    /** Of 300.00 the instalments of February and March take 106.62 each, and 86.76 is principal at once. */
    @Test
    void an_early_payment_shortens_the_term_or_lowers_the_instalments_as_the_borrower_chooses() {
        String shorter = lending.lent();
        String lower = lending.lent();

        granted(lending.pay(shorter, "300.00", "2026-02-01", ", \"prepayment_effect\": \"shorter_term\""));
        granted(lending.pay(lower, "300.00", "2026-02-01", ", \"prepayment_effect\": \"lower_installment\""));

        JsonNode fewer = lending.schedule(shorter);
        assertThat(instalment(fewer, 2)).isEqualTo(USUAL);
        assertThat(fewer.size()).isEqualTo(12);
        assertThat(instalment(fewer, 11)).isLessThan(USUAL);
        JsonNode smaller = lending.schedule(lower);
        assertThat(smaller.size()).isEqualTo(12);
        assertThat(instalment(smaller, 2)).isLessThan(USUAL);
        assertThat(instalment(smaller, 2)).isEqualTo(instalment(smaller, 10));
        // 1,105.38 less 86.76 is 1,018.62; of March's 106.62 then 10.19 is interest.
        assertThat(lending.loan(shorter).at("/current_balance/amount").asString())
                .isEqualTo("922.19");
    }

    private static BigDecimal instalment(JsonNode schedule, int index) {
        return new BigDecimal(schedule.get(index).at("/payment_amount/amount").asString());
    }

    @Test
    void a_payment_that_is_booked_late_counts_from_its_own_day() {
        String inOrder = lending.lent();
        lending.pay(inOrder, "106.62", "2026-02-01");
        lending.pay(inOrder, "200.00", "2026-03-05");
        String backDated = lending.lent();
        lending.pay(backDated, "200.00", "2026-03-05");
        lending.pay(backDated, "106.62", "2026-02-01");

        assertThat(lending.schedule(backDated)).isEqualTo(lending.schedule(inOrder));
        assertThat(payments(backDated).findValuesAsString("payment_date")).containsExactly("2026-02-01", "2026-03-05");
        refused(lending.pay(inOrder, "1.00", "2025-12-31", ""), 422, "loan-date-out-of-range", "payment_date");
        refused(lending.pay(inOrder, "1.00", "2026-06-16", ""), 422, "loan-date-out-of-range", "payment_date");
    }

    @Test
    void a_payment_that_is_taken_back_leaves_no_trace_in_the_later_ones_and_returns_to_its_account() {
        String customer = lending.customer();
        String account = lending.account(customer, "500.00");
        String loan = lending.lent(customer, "");
        Answer first = granted(lending.pay(loan, "106.62", "2026-02-01", """
                , "source_account_id": "%s"
                """.formatted(account)));
        lending.pay(loan, "106.62", "2026-03-01");
        assertThat(lending.balance(account)).isEqualTo("393.38");

        granted(lending.post(loan, "payments/" + first.at("payment_id") + "/reverse", "{\"reason\": \"twice\"}"));

        String other = lending.lent();
        lending.pay(other, "106.62", "2026-03-01");
        assertThat(lending.schedule(loan)).isEqualTo(lending.schedule(other));
        assertThat(lending.balance(account)).isEqualTo("500.00");
        assertThat(payments(loan).get(0).at("/reversed").asBoolean()).isTrue();
        assertThat(payments(loan).get(1).at("/principal_amount"))
                .isEqualTo(payments(other).get(0).at("/principal_amount"));
        Answer again = lending.post(loan, "payments/" + first.at("payment_id") + "/reverse", "{\"reason\": \"twice\"}");
        assertThat(again.status()).isEqualTo(404);
    }

    @Test
    void what_a_payment_that_bounced_had_paid_is_owed_again() {
        String loan = lending.lent();
        Answer paid = lending.pay(loan, "106.62", "2026-02-01");
        String path = "payments/" + paid.at("payment_id") + "/charge-back";

        Answer bounced = granted(lending.post(loan, path, """
                {"amount": {"amount": "100.00", "currency": "USD"}, "date": "2026-02-03", "reason": "no funds"}
                """));

        assertThat(bounced.at("current_balance/amount")).isEqualTo("1205.38");
        assertThat(payments(loan).get(1).at("/type").asString()).isEqualTo("charge_back");
        refused(lending.post(loan, path, """
                {"amount": {"amount": "6.63", "currency": "USD"}, "reason": "no funds"}
                """), 400, "loan-amount-out-of-range", "amount");
    }

    @Test
    void the_payoff_is_what_was_quoted() {
        String customer = lending.customer();
        String account = lending.account(customer, "2000.00");
        String loan = lending.lent(customer, "");
        JsonNode quote =
                granted(lending.api().get("/loans/" + loan + "/payoff")).json();
        // Five months of 12.00, 11.05, 10.10, 9.13 and 8.16, and 14 of the 30 days of June's 7.1734.
        assertThat(quote.at("/interest_amount/amount").asString()).isEqualTo("53.79");
        assertThat(quote.at("/payoff_amount/amount").asString()).isEqualTo("1253.79");
        assertThat(quote.at("/per_diem/amount").asString()).isEqualTo("0.24");

        Answer paid = granted(lending.post(loan, "payoff", """
                {"source_account_id": "%s"}
                """.formatted(account)));

        assertThat(paid.at("status")).isEqualTo("paid_off");
        assertThat(paid.at("payment_amount/amount")).isEqualTo("1253.79");
        assertThat(lending.balance(account)).isEqualTo("746.21");
    }

    /** 2 % of the principal that is not due on 1 February. */
    @Test
    void paying_off_early_costs_the_agreed_penalty() {
        String loan = lending.lent(lending.customer(), ", \"prepayment_penalty_rate\": \"0.02\"");

        Answer paid = granted(lending.post(loan, "payoff", "{\"payoff_date\": \"2026-02-01\"}"));

        assertThat(paid.at("late_fee/amount")).isEqualTo("22.11");
        assertThat(paid.at("payment_amount/amount")).isEqualTo("1234.11");
    }

    @Test
    void where_paying_early_is_not_allowed_no_more_than_the_next_instalment_is_taken() {
        String loan = lending.lent(lending.customer(), ", \"allow_prepayment\": false");

        refused(lending.pay(loan, "300.00", "2026-02-01", ""), 400, "prepayment-not-allowed", "amount");

        lending.pay(loan, "213.24", "2026-02-01");
    }

    @Test
    void goodwill_pays_in_the_borrowers_place() {
        String loan = lending.lent();

        Answer given = granted(lending.post(loan, "goodwill", """
                {"amount": {"amount": "12.00", "currency": "USD"}, "date": "2026-02-01", "reason": "our mistake"}
                """));

        assertThat(given.at("interest_payment/amount")).isEqualTo("12.00");
        assertThat(payments(loan).get(0).at("/type").asString()).isEqualTo("goodwill");
    }

    @ParameterizedTest
    @CsvSource({"fee, 5.00, fees", "penalty, 7.00, penalties", "interest, 53.79, accrued_interest"})
    void charges_and_interest_are_waived_up_to_what_is_owed(String component, String owed, String figure) {
        String loan = lending.lent();
        if (!component.equals("interest")) {
            granted(lending.post(loan, "fees", """
                    {"name": "Letter", "fee_type": "%s", "amount": {"amount": "%s", "currency": "USD"}}
                    """.formatted(component, owed)));
        }
        assertThat(lending.loan(loan).at("/" + figure + "/amount").asString()).isEqualTo(owed);
        String waiver = """
                {"component": "%s", "reason": "hardship"%s}
                """;

        refused(
                lending.post(loan, "waivers", waiver.formatted(component, """
                        , "amount": {"amount": "53.80", "currency": "USD"}
                        """)),
                400,
                "loan-amount-out-of-range",
                "amount");
        granted(lending.post(loan, "waivers", waiver.formatted(component, "")));

        assertThat(lending.loan(loan).at("/" + figure + "/amount").asString()).isEqualTo("0.00");
        refused(lending.post(loan, "waivers", waiver.formatted("principal", "")), 422, "invalid-value", "component");
    }

    @Test
    void a_payment_counts_once_for_its_key() {
        String loan = lending.lent();
        String key = ", \"idempotency_key\": \"february of " + loan + "\"";
        Answer first = granted(lending.pay(loan, "106.62", "2026-02-01", key));
        Answer again = granted(lending.pay(loan, "106.62", "2026-02-01", key));

        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(payments(loan).size()).isEqualTo(1);
        assertThat(lending.pay(loan, "106.63", "2026-02-01", key).status()).isEqualTo(422);
    }
}
