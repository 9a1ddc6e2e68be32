package io.nexum.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountApiTest extends BankApiTest {
    @Test
    void the_cookbook_s_wallet_account_is_opened_with_its_daily_limit() {
        Answer opened = api().post("/accounts", """
                {"customer_id": "%s", "product_type": "checking", "currency": "USD", "name": "PayFast Wallet",
                 "daily_transaction_limit": {"amount": "500.00", "currency": "USD"}}
                """.formatted(customer()));
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.at("account_id")).isNotEmpty();
        assertThat(opened.at("account_number")).matches("[1-9][0-9]{9}");
        assertThat(opened.at("daily_transaction_limit/amount")).isEqualTo("500.00");
        assertThat(opened.at("balance/amount")).isEqualTo("0.00");
        assertThat(opened.at("status")).isEqualTo("active");
    }

    @Test
    void the_cookbook_s_student_account_is_opened_with_overdraft_product_and_remarks() {
        Answer opened = api().post("/accounts", """
                {"customer_id": "%s", "product_type": "checking", "currency": "USD",
                 "name": "Student Advantage Checking", "product_code": "STUDENT_CHK_001",
                 "daily_withdrawal_limit": {"amount": "800.00", "currency": "USD"},
                 "overdraft_limit": {"amount": "200.00", "currency": "USD"},
                 "metadata": {"student_account": true, "student_age": 21, "parental_oversight_account": null,
                              "benefits_expire_date": "2027-09-15", "cashback_enabled": true,
                              "mobile_deposit_enabled": true}}
                """.formatted(customer()));
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.at("daily_transaction_limit/amount")).isEqualTo("800.00");
        assertThat(opened.at("available_balance/amount")).isEqualTo("200.00");
        Answer read = api().get("/accounts/" + opened.at("account_id"));
        assertThat(read.at("metadata/benefits_expire_date")).isEqualTo("2027-09-15");
        assertThat(read.json().get("metadata").get("cashback_enabled").asBoolean())
                .isTrue();
        assertThat(read.at("product_code")).isEqualTo("STUDENT_CHK_001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"credit_line", "gl_internal", "crypto"})
    void an_account_of_a_kind_that_is_not_offered_is_refused_by_name(String productType) {
        Answer refused = api().post("/accounts", """
                {"customer_id": "%s", "product_type": "%s", "currency": "USD", "name": "Business Loan Account"}
                """.formatted(UUID.randomUUID(), productType));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("errors/0/field")).isEqualTo("product_type");
        assertThat(refused.at("errors/0/message"))
                .isEqualTo("product_type must be one of checking, savings, wallet, loan");
    }

    @Test
    void what_the_bank_does_not_offer_is_refused_and_not_forgotten() {
        String body = """
                {"customer_id": "%s", "product_type": "savings", "currency": "USD", "name": "Rainy days",
                 "interest_rate": %s}
                """;
        Answer refused = api().post("/accounts", body.formatted(customer(), "\"-0.02\""));
        assertThat(refused.at("errors/0/field")).isEqualTo("interest_rate");
        assertThat(api().post("/accounts", body.formatted(customer(), "\"0.00\""))
                        .status())
                .isEqualTo(201);
        Answer credit = api().post("/accounts", """
                {"customer_id": "%s", "product_type": "checking", "currency": "USD", "name": "x",
                 "credit_limit": {"amount": "100.00", "currency": "USD"}}
                """.formatted(customer()));
        assertThat(credit.at("errors/0/field")).isEqualTo("credit_limit");
    }

    @Test
    void limits_are_in_the_account_s_currency_and_all_bad_fields_are_named() {
        Answer refused = api().post("/accounts", """
                {"customer_id": "acc_1", "product_type": "checking", "currency": "USD", "name": "a\\u0007b",
                 "account_number": "=1+1", "minimum_balance": {"amount": "1.00", "currency": "EUR"},
                 "overdraft_limit": {"amount": "-1.00", "currency": "USD"}, "time_zone": "Moon/Base",
                 "metadata": "none"}
                """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "customer_id",
                        "name",
                        "account_number",
                        "minimum_balance.currency",
                        "overdraft_limit.amount",
                        "time_zone",
                        "metadata");
    }

    @Test
    void an_account_number_is_given_once() {
        String number = "N-" + UUID.randomUUID().toString().substring(0, 8);
        account(customer(), "USD", ", \"account_number\": \"" + number + "\"");
        Answer refused = api().post("/accounts", """
                {"customer_id": "%s", "product_type": "wallet", "currency": "USD", "name": "x", "account_number": "%s"}
                """.formatted(customer(), number));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("type")).isEqualTo("urn:nexum:problem:already-taken");
    }

    @Test
    void an_account_of_an_unknown_customer_is_not_opened() {
        Answer refused = api().post("/accounts", """
                {"customer_id": "%s", "product_type": "checking", "currency": "USD", "name": "x"}
                """.formatted(UUID.randomUUID()));
        assertThat(refused.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void a_change_leaves_what_it_does_not_name(String method) {
        String id = account("USD");
        Answer changed = api().send(method, "/accounts/" + id, """
                {"name": "Household", "low_balance_threshold": {"amount": "50.00", "currency": "USD"}}
                """);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("name")).isEqualTo("Household");
        assertThat(changed.at("low_balance_threshold/amount")).isEqualTo("50.00");
        assertThat(changed.at("overdraft_limit/amount")).isEqualTo("0.00");
        Answer foreign = api().send(method, "/accounts/" + id, """
                {"overdraft_limit": {"amount": "50", "currency": "JPY"}}
                """);
        assertThat(foreign.status()).as(foreign.text()).isEqualTo(422);
    }

    @Test
    void a_customer_s_accounts_are_listed() {
        String customer = customer();
        String first = account(customer, "USD");
        account(customer, "EUR");
        Answer list = api().get("/customers/" + customer + "/accounts");
        assertThat(list.at("total")).isEqualTo("2");
        assertThat(list.json().get("accounts").findValuesAsString("account_id")).contains(first);
        assertThat(api().get("/accounts?customer_id=" + customer + "&product_type=savings")
                        .at("total"))
                .isEqualTo("0");
        assertThat(api().get("/accounts?customer_id=nobody").at("errors/0/field"))
                .isEqualTo("customer_id");
    }

    @Test
    void a_balance_is_told_now_and_as_of_a_value_date() {
        String account = account("USD");
        LocalDate today = LocalDate.parse(deposit(account, "100.00").at("value_date"));
        String route = "/accounts/" + account + "/balance";
        Answer now = api().get(route);
        assertThat(now.at("ledger_balance/amount")).isEqualTo("100.00");
        assertThat(now.at("balance/amount")).isEqualTo("100.00");
        assertThat(now.at("available_balance/amount")).isEqualTo("100.00");
        assertThat(now.at("held/amount")).isEqualTo("0.00");
        Answer then = api().get(route + "?as_of=" + today);
        assertThat(then.at("balance/amount")).isEqualTo("100.00");
        assertThat(then.at("as_of")).isEqualTo(today.toString());
        assertThat(api().get(route + "?as_of=" + today.minusDays(1)).at("balance/amount"))
                .isEqualTo("0.00");
        assertThat(api().get(route + "?as_of=yesterday").at("errors/0/field")).isEqualTo("as_of");
    }

    @Test
    void a_back_dated_entry_counts_from_its_value_date() {
        String account = account("USD");
        LocalDate today = LocalDate.parse(deposit(account, "100.00").at("value_date"));
        LocalDate back = today.minusDays(10);
        api().post("/transactions/deposit", """
                {"account_id": "%s", "amount": {"amount": "7.50", "currency": "USD"}, "description": "late",
                 "value_date": "%s"}
                """.formatted(account, back));

        String route = "/accounts/" + account + "/balance?as_of=";

        assertThat(api().get(route + back.minusDays(1)).at("balance/amount")).isEqualTo("0.00");
        assertThat(api().get(route + back).at("balance/amount")).isEqualTo("7.50");
        assertThat(api().get(route + today).at("balance/amount")).isEqualTo("107.50");
    }

    @Test
    void a_value_date_of_long_ago_or_of_the_future_is_refused_by_its_name() {
        String account = account("USD");
        for (String valueDate : List.of("2001-01-31", "2999-01-31")) {
            Answer refused = api().post("/transactions/deposit", """
                    {"account_id": "%s", "amount": {"amount": "7.50", "currency": "USD"}, "description": "late",
                     "value_date": "%s"}
                    """.formatted(account, valueDate));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.at("errors/0/field")).isEqualTo("value_date");
        }
    }

    @Test
    void no_money_moves_on_a_frozen_account() {
        String account = fundedAccount("10.00");
        assertThat(api().post("/accounts/" + account + "/freeze", "{\"reason\": \"stolen card\"}")
                        .at("status"))
                .isEqualTo("frozen");
        Answer refused = deposit(account, "1.00");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("type")).isEqualTo("urn:nexum:problem:account-not-active");
        assertThat(api().post("/accounts/" + account + "/unfreeze", "{\"reason\": \"new card\"}")
                        .at("state"))
                .isEqualTo("active");
        assertThat(deposit(account, "1.00").status()).isEqualTo(200);
    }

    @Test
    void an_account_is_closed_only_at_zero_and_with_a_reason() {
        String account = fundedAccount("10.00");
        String close = "/accounts/" + account + "/close";
        assertThat(api().post(close, "{}").at("errors/0/field")).isEqualTo("reason");
        assertThat(api().post(close, "{\"reason\": \"done\"}").at("type"))
                .isEqualTo("urn:nexum:problem:balance-not-zero");
        api().post("/transactions/withdraw", depositBody(account, "10.00"));
        assertThat(api().post(close, "{\"reason\": \"done\"}").at("status")).isEqualTo("closed");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, '', ''",
        "GET, /balance, ''",
        "GET, /balance?as_of=2026-01-01, ''",
        "GET, /transactions, ''",
        "GET, /statements, ''",
        "GET, /holds, ''",
        "PUT, '', '{\"name\": \"x\"}'",
        "POST, /freeze, '{\"reason\": \"x\"}'",
        "POST, /unfreeze, '{\"reason\": \"x\"}'",
        "POST, /close, '{\"reason\": \"x\"}'",
        "POST, /holds, '{\"reason\": \"x\", \"amount\": {\"amount\": \"1\", \"currency\": \"USD\"}}'"
    })
    void an_unknown_account_is_not_found(String method, String route, String body) {
        for (String id : new String[] {UUID.randomUUID().toString(), "acc_alice_wallet_001"}) {
            Answer answer = api().send(method, "/accounts/" + id + route, body);
            assertThat(answer.status())
                    .as("%s %s: %s", method, route, answer.text())
                    .isEqualTo(404);
        }
    }
}
