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

/** The spring of 2024, told in order: 10,000 at 5 % earns 1.3698630 a day. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InterestApiTest {
    private static OwnBank bank;
    private static Api api;
    private static String account;

    @BeforeAll
    static void open() throws IOException {
        bank = OwnBank.start(Map.of("NEXUM_BUSINESS_DATE", "2024-04-01"));
        api = new Api(bank.base(), bank.token());
        account = account("\"interest_rate\": \"0.05\"");
        deposit("10000.00", "2024-04-01");
    }

    @AfterAll
    static void close() {
        bank.close();
    }

    @Test
    @Order(1)
    void before_anything_accrues_the_calculation_can_be_asked_for() {
        Answer interest = interest("?as_of=2024-04-30");

        assertThat(interest.at("interest_rate")).isEqualTo("0.05");
        assertThat(interest.at("agreed_from")).isEqualTo("2024-04-01");
        assertThat(interest.at("accrued_interest/amount")).isEqualTo("0.00");
        assertThat(interest.at("calculation/interest/amount")).isEqualTo("41.10");
        assertThat(interest.at("calculation/steps/0/days")).isEqualTo("30");
        assertThat(interest.at("calculation/steps/0/interest")).isEqualTo("41.0958904110");
        assertThat(interest.at("calculation/steps/0/tiers/0/interest_rate")).isEqualTo("0.05");
    }

    @Test
    @Order(2)
    void a_day_accrues_once() {
        Answer first = api.post("/admin/interest/daily-accrual?accrual_date=2024-04-01", "");
        Answer again = api.post("/admin/interest/daily-accrual", "");

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.at("accrual_date")).isEqualTo("2024-04-01");
        assertThat(first.at("accounts_processed")).isEqualTo("1");
        assertThat(first.at("accounts_accrued")).isEqualTo("1");
        assertThat(first.at("interest_accrued/0/amount")).isEqualTo("1.37");
        assertThat(again.at("accounts_accrued")).isEqualTo("0");
        assertThat(again.json().get("interest_accrued").size()).isZero();
        assertThat(interest("").at("accrued_interest/amount")).isEqualTo("1.37");
        assertThat(interest("").at("accrued_through")).isEqualTo("2024-04-01");
    }

    @Test
    @Order(3)
    void the_close_of_days_accrues_and_posts_and_the_statement_shows_it() {
        Answer closed = api.post("/admin/eod?wait=true", "{\"through\": \"2024-04-30\"}");
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);

        Answer interest = interest("");
        assertThat(interest.at("posted_interest/amount")).isEqualTo("41.10");
        assertThat(interest.at("accrued_interest/amount")).isEqualTo("0.00");
        assertThat(interest.at("posted_through")).isEqualTo("2024-04-30");
        Answer statement = api.get("/accounts/" + account + "/statements?from=2024-04-01&to=2024-04-30");
        assertThat(statement.at("closing_balance/amount")).isEqualTo("10041.10");
        assertThat(statement.at("entries/1/type")).isEqualTo("interest_credit");
        assertThat(statement.at("entries/1/description")).isEqualTo("Interest through 2024-04-30");
        Answer journal = api.get("/ledger/journal-entries?from=2024-04-02&to=2024-04-02");
        assertThat(journal.at("journal_entries/0/description")).isEqualTo("Interest accrued through 2024-04-02");
    }

    @Test
    @Order(4)
    void an_entry_with_an_earlier_value_date_is_made_up_for_and_the_calculation_agrees_with_the_books() {
        deposit("5000.00", "2024-04-16");
        assertThat(api.post("/admin/eod?wait=true", "{\"through\": \"2024-05-10\"}")
                        .status())
                .isEqualTo(200);

        // May: ten days of 15,041.10 are 20.60. April: another 15 days of 5,000 are 10.27.
        Answer may = interest("");
        assertThat(may.at("calculation/interest/amount")).isEqualTo("20.60");
        assertThat(may.at("accrued_interest/amount")).isEqualTo("30.87");
        assertThat(interest("?as_of=2024-04-30").at("calculation/interest/amount"))
                .isEqualTo("51.37");
    }

    @Test
    @Order(5)
    void a_month_is_posted_when_it_is_asked_for() {
        Answer posted = api.post("/admin/interest/monthly-posting?month=5&year=2024", "");

        assertThat(posted.status()).as(posted.text()).isEqualTo(200);
        assertThat(posted.at("posted_through")).isEqualTo("2024-05-11");
        assertThat(posted.at("accounts_posted")).isEqualTo("1");
        // May: eleven days of 15,041.10 are 22.66; and the 10.27 of April.
        assertThat(posted.at("interest_posted/0/amount")).isEqualTo("32.93");
        assertThat(posted.json().get("tax_withheld").size()).isZero();
        assertThat(api.post("/admin/interest/monthly-posting", "").at("accounts_posted"))
                .isEqualTo("0");
        assertThat(interest("").at("accrued_interest/amount")).isEqualTo("0.00");
        Answer trial = api.get("/ledger/trial-balance");
        assertThat(trial.at("balanced")).isEqualTo("true");
    }

    @Test
    @Order(6)
    void what_is_to_come_does_not_accrue_and_bad_parameters_are_named() {
        Answer tomorrow = api.post("/admin/interest/daily-accrual?accrual_date=2024-05-12", "");
        Answer june = api.post("/admin/interest/monthly-posting?month=6&year=2024", "");
        Answer thirteenth = api.post("/admin/interest/monthly-posting?month=13", "");
        Answer later = interest("?as_of=2031-01-01");

        assertThat(tomorrow.status()).isEqualTo(422);
        assertThat(tomorrow.at("errors/0/field")).isEqualTo("accrual_date");
        assertThat(june.at("errors/0/field")).isEqualTo("month");
        assertThat(thirteenth.at("errors/0/field")).isEqualTo("month");
        assertThat(later.at("errors/0/field")).isEqualTo("as_of");
    }

    @Test
    @Order(7)
    void interest_is_not_reversed_and_an_unknown_account_has_none() {
        Answer statement = api.get("/accounts/" + account + "/statements?from=2024-04-01&to=2024-04-30");
        String posted = statement.at("entries/1/transaction_id");

        Answer reversed = api.post("/transactions/" + posted + "/reverse", "{\"reason\": \"a mistake\"}");

        assertThat(reversed.status()).as(reversed.text()).isBetween(400, 409);
        assertThat(api.get("/accounts/" + UUID.randomUUID() + "/interest").status())
                .isEqualTo(404);
    }

    private static Answer interest(String query) {
        return api.get("/accounts/" + account + "/interest" + query);
    }

    private static String account(String more) {
        Answer customer = api.post("/customers", """
                {"first_name": "Ada", "last_name": "Byron", "email": "%s@example.com"}
                """.formatted(UUID.randomUUID()));
        Answer opened = api.post("/accounts", """
                {"customer_id": "%s", "product_type": "savings", "currency": "USD", "name": "Savings", %s}
                """.formatted(customer.at("customer_id"), more));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.at("account_id");
    }

    private static void deposit(String amount, String valueDate) {
        Answer made = api.post("/transactions/deposit", """
                {"account_id": "%s", "amount": {"amount": "%s", "currency": "USD"}, "description": "x",
                 "value_date": "%s"}
                """.formatted(account, amount, valueDate));
        assertThat(made.status()).as(made.text()).isEqualTo(200);
    }
}
