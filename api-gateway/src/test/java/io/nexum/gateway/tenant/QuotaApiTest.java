package io.nexum.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.tenant.Installation.Bank;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A bank has and does no more than its quotas, and is told which one ended. */
class QuotaApiTest extends BankApiTest {
    private static String newCustomer(Api bank) {
        return bank.post("/customers", """
                {"first_name": "Alice", "last_name": "Johnson", "email": "%s"}
                """.formatted(freshEmail())).at("customer_id");
    }

    private static Answer openAccount(Bank bank, String customer) {
        return bank.user().post("/accounts", """
                {"customer_id": "%s", "product_type": "checking", "currency": "USD", "name": "Everyday"}
                """.formatted(customer));
    }

    private static Answer deposit(Bank bank, String account) {
        return bank.user().post("/transactions/deposit", depositBody(account, "1.00"));
    }

    /** Waits until the read models show what was done, as the quotas are read from them. */
    private static void settle(Bank bank) {
        assertThat(api().get("/tenants/" + bank.id() + "/stats").status()).isEqualTo(200);
    }

    private static void refusedBy(String quota, Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(429);
        assertThat(refused.at("type")).endsWith("quota-exceeded");
        assertThat(refused.at("errors/0/field")).isEqualTo(quota);
    }

    @Test
    void a_bank_has_no_more_accounts_than_its_quota() {
        Bank bank = Banks.open(", \"max_accounts\": 2");
        String customer = newCustomer(bank.user());
        assertThat(openAccount(bank, customer).status()).isEqualTo(201);
        String second = openAccount(bank, customer).at("account_id");
        settle(bank);

        Answer refused = openAccount(bank, customer);
        refusedBy("accounts", refused);
        assertThat(refused.at("detail")).contains("2 accounts");
        assertThat(refused.header("Retry-After")).isEmpty();

        bank.user().post("/accounts/" + second + "/close", "{\"reason\": \"unused\"}");
        settle(bank);
        assertThat(openAccount(bank, customer).status()).isEqualTo(201);
    }

    @Test
    void a_bank_moves_money_no_more_often_a_day_than_its_quota() {
        Bank bank = Banks.open(", \"max_daily_transactions\": 2");
        String account = openAccount(bank, newCustomer(bank.user())).at("account_id");
        assertThat(deposit(bank, account).status()).isEqualTo(200);
        assertThat(deposit(bank, account).status()).isEqualTo(200);
        settle(bank);

        Answer refused = deposit(bank, account);
        refusedBy("daily_transactions", refused);
        assertThat(Long.parseLong(refused.header("Retry-After").orElseThrow())).isBetween(1L, 86_401L);
        assertThat(bank.user().get("/accounts/" + account + "/balance").at("ledger_balance/amount"))
                .isEqualTo("2.00");

        api().put("/tenants/" + bank.id(), "{\"max_daily_transactions\": 3}");
        assertThat(deposit(bank, account).status()).isEqualTo(200);
    }

    @Test
    void a_bank_has_no_more_active_users_than_its_quota_however_they_became_active() {
        Bank bank = Banks.open(", \"max_users\": 2");
        String first = newUser(bank).at("user_id");
        settle(bank);
        refusedBy("users", newUser(bank));
        assertThat(status(bank, first, "deactivate")).isEqualTo(200);
        settle(bank);
        String second = newUser(bank).at("user_id");
        settle(bank);

        refusedBy("users", bank.user().post("/rbac/users/" + first + "/activate", ""));
        // Who is active already takes no further place.
        assertThat(status(bank, second, "activate")).isEqualTo(200);

        assertThat(status(bank, second, "deactivate")).isEqualTo(200);
        settle(bank);
        assertThat(status(bank, first, "activate")).isEqualTo(200);
    }

    @Test
    void deactivating_twice_makes_no_more_room_than_once() {
        Bank bank = Banks.open(", \"max_users\": 2");
        String user = newUser(bank).at("user_id");
        settle(bank);
        assertThat(status(bank, user, "deactivate")).isEqualTo(200);
        assertThat(status(bank, user, "deactivate")).isEqualTo(200);

        assertThat(newUser(bank).status()).isEqualTo(201);
        refusedBy("users", newUser(bank));
    }

    private static Answer newUser(Bank bank) {
        String name = "u-" + UUID.randomUUID();
        return bank.user().post("/rbac/users", """
                {"username": "%s", "email": "%s", "full_name": "Some Body", "roles": []}
                """.formatted(name, freshEmail()));
    }

    private static int status(Bank bank, String user, String change) {
        return bank.user().post("/rbac/users/" + user + "/" + change, "").status();
    }

    @Test
    void what_is_refused_uses_up_no_quota() {
        Bank bank = Banks.open(", \"max_daily_transactions\": 1");
        String account = openAccount(bank, newCustomer(bank.user())).at("account_id");
        Answer poor = bank.user().post("/transactions/withdraw", depositBody(account, "5.00"));
        assertThat(poor.status()).isEqualTo(400);
        assertThat(deposit(bank, account).status()).isEqualTo(200);
    }

    @Test
    void a_bank_asks_no_more_often_an_hour_than_its_quota() {
        Bank bank = Banks.open(", \"max_api_calls_per_hour\": 20");
        assertThat(api().get("/tenants/" + bank.id()).at("max_hourly_api_calls"))
                .isEqualTo("20");
        Answer last = bank.user().get("/rates");
        // Twice the quota is beyond it even if an hour ends meanwhile.
        for (int i = 0; last.status() == 200 && i < 40; i++) {
            last = bank.user().get("/rates?consistency=eventual");
        }
        refusedBy("hourly_api_calls", last);
        assertThat(Long.parseLong(last.header("Retry-After").orElseThrow())).isBetween(1L, 3_601L);
        assertThat(api().get("/rates").status()).isEqualTo(200);
    }

    @Test
    void what_the_bank_posts_at_a_day_s_close_uses_no_quota_and_payments_of_loans_do() {
        try (Installation there = Installation.with(Map.of("NEXUM_BUSINESS_DATE", "2024-04-01"))) {
            Bank bank = there.open(Installation.freshCode(), ", \"max_daily_transactions\": 4");
            String customer = newCustomer(bank.user());
            String account =
                    bank.user().post("/accounts", """
                    {"customer_id": "%s", "product_type": "savings", "currency": "USD", "name": "Savings",
                     "interest_rate": "0.05"}
                    """.formatted(customer)).at("account_id");
            granted(bank.user().post("/transactions/deposit", depositBody(account, "10000.00")));
            String loan = "/loans/"
                    + granted(bank.user().post("/loans", """
                    {"customer_id": "%s", "currency": "USD", "originate": true,
                     "terms": {"principal_amount": {"amount": "1200.00", "currency": "USD"}, "term_months": 12,
                               "annual_interest_rate": "0.12"}}
                    """.formatted(customer)))
                            .at("loan_id");
            granted(bank.user().post(loan + "/disburse", ""));
            granted(bank.user().post("/admin/eod?wait=true", "{\"through\": \"2024-06-02\"}"));
            assertThat(bank.user().get("/accounts/" + account + "/balance").at("ledger_balance/amount"))
                    .isEqualTo("10083.74");
            assertThat(there.platform().get("/tenants/" + bank.id() + "/stats").at("transaction_count"))
                    .isEqualTo("2");

            granted(pay(bank, loan, "", "10.00"));
            granted(pay(bank, loan, ", \"source_account_id\": \"" + account + "\"", "20.00"));
            refusedBy("daily_transactions", pay(bank, loan, "", "10.00"));
            assertThat(there.platform().get("/tenants/" + bank.id() + "/stats").at("transaction_count"))
                    .isEqualTo("4");
        }
    }

    private static Answer pay(Bank bank, String loan, String from, String amount) {
        return bank.user().post(loan + "/payments", """
                {"amount": {"amount": "%s", "currency": "USD"}%s}
                """.formatted(amount, from));
    }

    private static Answer granted(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 202);
        return answer;
    }
}
