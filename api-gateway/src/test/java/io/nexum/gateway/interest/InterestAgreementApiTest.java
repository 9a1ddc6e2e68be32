package io.nexum.gateway.interest;

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

/** An account under a product that pays 5 %, less a tenth as tax, and what is agreed with its holder later. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InterestAgreementApiTest {
    private static OwnBank bank;
    private static Api api;
    private static String account;

    @BeforeAll
    static void open() throws IOException {
        bank = OwnBank.start(Map.of("NEXUM_BUSINESS_DATE", "2024-04-01"));
        api = new Api(bank.base(), bank.token());
        String customer =
                api.post("/customers", """
                {"first_name": "Ada", "last_name": "Byron", "email": "%s@example.com"}
                """.formatted(UUID.randomUUID())).at("customer_id");
        String product = api.post("/products", """
                {"name": "Saver", "product_type": "savings", "currency": "USD", "interest_rate": "0.05",
                 "withholding_rate": "0.1"}
                """).at("product_id");
        account = api.post("/accounts", """
                {"customer_id": "%s", "product_id": "%s", "name": "Savings"}
                """.formatted(customer, product)).at("account_id");
        Answer deposited = api.post("/transactions/deposit", """
                {"account_id": "%s", "amount": {"amount": "10000.00", "currency": "USD"}, "description": "x"}
                """.formatted(account));
        assertThat(deposited.status()).as(deposited.text()).isEqualTo(200);
    }

    @AfterAll
    static void close() {
        bank.close();
    }

    @Test
    @Order(1)
    void the_account_earns_what_its_product_pays_and_the_statement_shows_interest_and_tax() {
        close("2024-04-30");

        Answer statement = api.get("/accounts/" + account + "/statements?from=2024-04-01&to=2024-04-30");
        assertThat(statement.at("entries/1/type")).isEqualTo("interest_credit");
        assertThat(statement.at("entries/1/amount/amount")).isEqualTo("41.10");
        assertThat(statement.at("entries/2/type")).isEqualTo("withholding_tax");
        assertThat(statement.at("entries/2/amount/amount")).isEqualTo("-4.11");
        assertThat(statement.at("closing_balance/amount")).isEqualTo("10036.99");
        assertThat(interest().at("withheld_tax/amount")).isEqualTo("4.11");
        assertThat(interest().at("conditions/withholding_rate")).isEqualTo("0.1");
    }

    @Test
    @Order(2)
    void other_conditions_are_agreed_on_and_what_accrued_before_is_posted() {
        close("2024-05-10");

        Answer agreed = agree("{\"interest_rate\": \"0.10\", \"interest_posting_frequency\": \"quarterly\"}");

        assertThat(agreed.status()).as(agreed.text()).isEqualTo(200);
        assertThat(agreed.at("agreed_from")).isEqualTo("2024-05-11");
        assertThat(agreed.at("interest_rate")).isEqualTo("0.1");
        assertThat(agreed.at("conditions/interest_posting_frequency")).isEqualTo("quarterly");
        // Ten days of 10,036.99 at 5 % are 13.75.
        assertThat(agreed.at("posted_interest/amount")).isEqualTo("54.85");
        assertThat(agreed.at("accrued_interest/amount")).isEqualTo("0.00");
        assertThat(agreed.at("posted_through")).isEqualTo("2024-05-10");
    }

    @Test
    @Order(3)
    void the_new_conditions_earn_from_the_day_on_and_post_when_they_say() {
        close("2024-05-31");
        // 21 days of 10,049.36 at 10 % are 57.82.
        assertThat(interest().at("accrued_interest/amount")).isEqualTo("57.82");
        assertThat(interest().at("posted_interest/amount")).isEqualTo("54.85");

        close("2024-06-30");

        // 51 days of it are 140.42; no tax is kept back any more.
        assertThat(interest().at("posted_interest/amount")).isEqualTo("195.27");
        assertThat(api.get("/accounts/" + account + "/balance").at("balance/amount"))
                .isEqualTo("10189.78");
        assertThat(api.get("/ledger/trial-balance").at("balanced")).isEqualTo("true");
    }

    @Test
    @Order(4)
    void a_rate_of_zero_ends_it() {
        assertThat(agree("{\"interest_rate\": \"0\"}").status()).isEqualTo(200);
        close("2024-07-31");

        assertThat(interest().json().has("interest_rate")).isFalse();
        assertThat(interest().at("posted_interest/amount")).isEqualTo("195.27");
    }

    @Test
    @Order(5)
    void what_can_not_be_right_is_named_and_nothing_is_agreed_on() {
        Answer nothing = agree("{}");
        Answer high = agree("{\"interest_rate\": \"11\"}");
        Answer foreign = agree("""
                {"interest_tiers": [{"from_balance": {"amount": "1.00", "currency": "EUR"}, "interest_rate": "0.1"}]}
                """);
        Answer never = agree("{\"interest_rate\": \"0.1\", \"interest_accrual_frequency\": \"at_maturity\"}");

        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.at("errors/0/field")).isEqualTo("interest_rate");
        assertThat(high.at("errors/0/field")).isEqualTo("interest_rate");
        assertThat(foreign.at("errors/0/field")).startsWith("interest_tiers[0].from_balance");
        assertThat(never.status()).isEqualTo(422);
        assertThat(interest().json().has("interest_rate")).isFalse();
        assertThat(api.put("/accounts/" + UUID.randomUUID() + "/interest", "{\"interest_rate\": \"0.1\"}")
                        .status())
                .isEqualTo(404);
    }

    private static Answer agree(String conditions) {
        return api.put("/accounts/" + account + "/interest", conditions);
    }

    private static Answer interest() {
        return api.get("/accounts/" + account + "/interest");
    }

    private static void close(String through) {
        Answer closed = api.post("/admin/eod?wait=true", "{\"through\": \"%s\"}".formatted(through));
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
    }
}
