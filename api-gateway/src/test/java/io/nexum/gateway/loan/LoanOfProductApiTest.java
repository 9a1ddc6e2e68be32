package io.nexum.gateway.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.OwnBank;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loan of 1,200.00 at 12 % in 12 months, 106.62 a month, that takes all else from its product. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoanOfProductApiTest {
    private static OwnBank bank;
    private static Api api;
    private static String customer;
    private static String product;
    private static String loan;

    @BeforeAll
    static void open() throws IOException {
        bank = OwnBank.start(Map.of("NEXUM_BUSINESS_DATE", "2024-01-01"));
        api = new Api(bank.base(), bank.token());
        customer = api.post("/customers", """
                {"first_name": "Ada", "last_name": "Byron", "email": "%s@example.com"}
                """.formatted(UUID.randomUUID())).at("customer_id");
        product = api.post("/products", """
                {"name": "Stock loan", "product_type": "loan", "currency": "USD", "interest_rate": "0.12",
                 "min_loan_amount": "500.00", "max_loan_amount": "10000.00",
                 "min_loan_term_months": 3, "default_loan_term_months": 12, "max_loan_term_months": 24,
                 "late_payment_fee": {"rate": "0.05"}, "grace_period_days": 5,
                 "prepayment_penalty_rate": "0.02", "origination_fee": {"rate": "0.01"},
                 "payment_allocation": ["interest", "principal", "penalty", "fee"]}
                """).at("product_id");
        Answer made = ask("\"principal_amount\": {\"amount\": \"1200.00\", \"currency\": \"USD\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        loan = made.at("loan_id");
    }

    @AfterAll
    static void close() {
        bank.close();
    }

    @Test
    @Order(1)
    void paying_out_costs_the_products_origination_fee() {
        Answer paidOut = api.post("/loans/" + loan + "/disburse", "{}");

        assertThat(paidOut.status()).as(paidOut.text()).isEqualTo(200);
        assertThat(loan().at("fees/amount")).isEqualTo("12.00");
        assertThat(loan().at("current_balance/amount")).isEqualTo("1200.00");
    }

    @Test
    @Order(2)
    void an_instalment_that_is_late_beyond_the_products_days_of_grace_costs_its_part_of_it() {
        closeDays("2024-02-05");
        assertThat(loan().at("penalties/amount")).isEqualTo("0.00");

        closeDays("2024-02-06");

        assertThat(loan().at("penalties/amount")).isEqualTo("5.33");
    }

    @Test
    @Order(3)
    void a_payment_pays_in_the_products_order() {
        Answer paid = api.post("/loans/" + loan + "/payments", """
                {"amount": {"amount": "106.62", "currency": "USD"}}
                """);

        assertThat(paid.status()).as(paid.text()).isEqualTo(200);
        assertThat(paid.at("interest_payment/amount")).isEqualTo("12.00");
        assertThat(paid.at("principal_payment/amount")).isEqualTo("94.62");
        assertThat(paid.at("late_fee/amount")).isEqualTo("0.00");
    }

    @Test
    @Order(4)
    void paying_it_off_early_costs_the_products_penalty() {
        Answer quote = api.get("/loans/" + loan + "/payoff");

        assertThat(quote.at("principal_amount/amount")).as(quote.text()).isEqualTo("1105.38");
        assertThat(quote.at("prepayment_penalty/amount")).isEqualTo("22.11");
        assertThat(quote.at("charges_amount/amount")).isEqualTo("17.33");
        assertThat(api.get("/ledger/trial-balance").at("balanced")).isEqualTo("true");
    }

    @Test
    @Order(5)
    void amounts_and_terms_that_the_product_does_not_lend_are_refused() {
        Answer small = ask("\"principal_amount\": {\"amount\": \"499.99\", \"currency\": \"USD\"}");
        Answer large = ask("\"principal_amount\": {\"amount\": \"10000.01\", \"currency\": \"USD\"}");
        String amount = "\"principal_amount\": {\"amount\": \"500.00\", \"currency\": \"USD\"}, ";
        Answer brief = ask(amount + "\"term_months\": 2");
        Answer endless = ask(amount + "\"term_months\": 25");
        Answer weekly = ask(amount + "\"payment_frequency\": \"weekly\", \"number_of_payments\": 13");

        assertThat(small.status()).isEqualTo(400);
        assertThat(small.at("errors/0/field")).isEqualTo("terms.principal_amount");
        assertThat(large.at("errors/0/field")).isEqualTo("terms.principal_amount");
        assertThat(brief.at("type")).endsWith("loan-term-out-of-range");
        assertThat(endless.at("type")).endsWith("loan-term-out-of-range");
        assertThat(weekly.status()).as(weekly.text()).isEqualTo(201);
    }

    @Test
    @Order(6)
    void a_fee_in_the_list_is_the_field_of_that_name() {
        Answer made = api.post("/products", """
                {"name": "Listed", "product_type": "loan", "currency": "USD", "interest_rate": "0.12", "fees": [
                 {"name": "Late", "event": "late_payment", "condition": "payment_late", "fee": "15.00"},
                 {"name": "Making", "event": "origination", "fee": {"rate": "0.02"}},
                 {"name": "Early", "event": "prepayment", "fee": {"rate": "0.01"}}]}
                """);

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("late_payment_fee/amount")).isEqualTo("15.00");
        assertThat(made.at("origination_fee/rate")).isEqualTo("0.02");
        assertThat(made.at("prepayment_penalty_rate")).isEqualTo("0.01");
        assertThat(made.json().has("fees")).isFalse();
    }

    @ParameterizedTest
    @Order(7)
    @ValueSource(
            strings = {
                "\"event\": \"maintenance\", \"fee\": \"5.00\"",
                "\"event\": \"late_payment\", \"condition\": \"over_limit\", \"fee\": \"5.00\"",
                "\"event\": \"prepayment\", \"fee\": \"5.00\""
            })
    void a_fee_that_no_loan_would_be_charged_is_refused(String fee) {
        Answer refused = api.post("/products", """
                {"name": "Never", "product_type": "loan", "currency": "USD", "fees": [{"name": "Never", %s}]}
                """.formatted(fee));

        Lending.refused(refused, 422, "invalid-value", "fees");
    }

    @Test
    @Order(8)
    void a_product_without_a_rate_leaves_it_to_each_loan() {
        String silent = Lending.granted(api.post("/products", """
                        {"name": "As agreed", "description": "", "product_type": "loan", "currency": "USD"}
                        """)).at("product_id");
        String amount = "\"principal_amount\": \"1200.00\", \"term_months\": 12";

        Answer none = ask(silent, amount);
        Answer own = ask(silent, amount + ", \"annual_interest_rate\": \"0.18\"");

        Lending.refused(none, 422, "invalid-value", "terms.annual_interest_rate");
        assertThat(Lending.granted(own).at("terms/annual_interest_rate")).isEqualTo("0.18");
    }

    @Test
    @Order(9)
    void a_loan_s_own_origination_fee_takes_the_place_of_the_products_and_counts_for_the_annual_rate() {
        String amount = "\"principal_amount\": \"1200.00\"";

        String withFee = Lending.granted(ask(amount)).at("loan_id");
        String without =
                Lending.granted(ask(amount + ", \"origination_fee\": \"0.00\"")).at("loan_id");

        assertThat(api.get("/loans/" + withFee).at("terms/origination_fee/rate"))
                .isEqualTo("0.01");
        assertThat(api.get("/loans/" + without).json().at("/terms").has("origination_fee"))
                .isFalse();
        assertThat(rate(without)).isBetween(0.1199, 0.1201);
        assertThat(rate(withFee)).isBetween(0.13, 0.14);
    }

    private static double rate(String id) {
        return Double.parseDouble(api.get("/loans/" + id + "/schedule").at("apr_regulation_z"));
    }

    private static Answer ask(String terms) {
        return ask(product, terms);
    }

    private static Answer ask(String product, String terms) {
        return api.post("/loans", """
                {"customer_id": "%s", "product_id": "%s", "terms": {%s}}
                """.formatted(customer, product, terms));
    }

    private static Answer loan() {
        return api.get("/loans/" + loan);
    }

    private static void closeDays(String through) {
        Answer closed = api.post("/admin/eod?wait=true", "{\"through\": \"%s\"}".formatted(through));
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
    }
}
