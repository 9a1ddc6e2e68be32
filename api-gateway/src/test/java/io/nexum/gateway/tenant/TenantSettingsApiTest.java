package io.nexum.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.tenant.Installation.Bank;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What a bank sets for itself counts there, and nowhere else. */
class TenantSettingsApiTest extends BankApiTest {
    private static String newCustomer(Api api) {
        return api.post("/customers", """
                {"first_name": "Alice", "last_name": "Johnson", "email": "%s"}
                """.formatted(freshEmail())).at("customer_id");
    }

    private static Answer openAccount(Api api, String customer, String more) {
        return api.post("/accounts", """
                {"customer_id": "%s", "product_type": "checking", "name": "Everyday"%s}
                """.formatted(customer, more));
    }

    @Test
    void a_new_account_is_as_the_bank_sets_it() {
        Bank bank = Banks.open("""
                , "settings": {"default_currency": "EUR", "timezone": "Pacific/Kiritimati", "allow_overdrafts": true,
                               "overdraft_limit": "500.00", "max_daily_transaction_limit": "1000.00",
                               "max_monthly_transaction_limit": "9000.00", "min_account_balance": "0.00"}
                """);
        Answer account = openAccount(bank.user(), newCustomer(bank.user()), "");
        assertThat(account.status()).as(account.text()).isEqualTo(201);
        assertThat(account.at("currency")).isEqualTo("EUR");
        assertThat(account.at("time_zone")).isEqualTo("Pacific/Kiritimati");
        assertThat(account.at("overdraft_limit/amount")).isEqualTo("500.00");
        assertThat(account.at("daily_transaction_limit/amount")).isEqualTo("1000.00");
        assertThat(account.at("monthly_transaction_limit/amount")).isEqualTo("9000.00");
        Instant opened = Instant.parse(account.at("created_at"));
        assertThat(account.at("opened_on"))
                .isEqualTo(LocalDate.ofInstant(opened, ZoneId.of("Pacific/Kiritimati"))
                        .toString());
    }

    @Test
    void interest_is_on_the_balance_that_the_bank_sets() {
        Bank bank = Banks.open("""
                , "settings": {"default_currency": "EUR", "interest_calculation_method": "average_balance"}
                """);
        Answer account = openAccount(bank.user(), newCustomer(bank.user()), ", \"interest_rate\": \"0.05\"");
        Answer interest = bank.user().get("/accounts/" + account.at("account_id") + "/interest");
        assertThat(interest.at("interest_rate")).isEqualTo("0.05");
        assertThat(interest.text()).contains("average");
    }

    @Test
    void an_overdraft_costs_what_the_bank_sets_where_a_product_says_nothing_of_it() {
        Bank bank = Banks.open(", \"settings\": {\"default_currency\": \"USD\", \"overdraft_fee\": \"25.00\"}");
        String overdraft = "\"overdraft_limit\": \"500.00\"";

        assertThat(product(bank, overdraft).at("overdraft_fee/amount")).isEqualTo("25.00");
        assertThat(product(bank, overdraft + ", \"overdraft_fee\": \"7.00\"").at("overdraft_fee/amount"))
                .isEqualTo("7.00");
        assertThat(product(bank, "\"overdraft_limit\": \"0.00\"").json().has("overdraft_fee"))
                .isFalse();

        String account = openAccount(
                        bank.user(),
                        newCustomer(bank.user()),
                        ", \"product_id\": \"" + product(bank, overdraft).at("product_id") + "\"")
                .at("account_id");
        bank.user().post("/transactions/withdraw", depositBody(account, "100.00"));
        assertThat(bank.user().get("/accounts/" + account + "/balance").at("ledger_balance/amount"))
                .isEqualTo("-125.00");
    }

    private static Answer product(Bank bank, String terms) {
        Answer made = bank.user().post("/products", """
                {"name": "Everyday", "product_type": "checking", "currency": "USD", %s}
                """.formatted(terms));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made;
    }

    @Test
    void what_a_request_says_counts_before_what_the_bank_sets() {
        Bank bank = Banks.open("""
                , "settings": {"default_currency": "EUR", "max_daily_transaction_limit": "1000.00"}
                """);
        Answer account = openAccount(
                bank.user(), newCustomer(bank.user()), ", \"currency\": \"USD\", \"time_zone\": \"Europe/Paris\"");
        assertThat(account.at("currency")).isEqualTo("USD");
        assertThat(account.at("time_zone")).isEqualTo("Europe/Paris");
        assertThat(account.json().has("daily_transaction_limit")).isFalse();
    }

    @Test
    void without_a_currency_of_the_bank_a_request_must_say_one() {
        Answer refused = openAccount(api(), customer(), "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("errors/0/field")).isEqualTo("currency");
    }

    @Test
    void an_account_is_opened_for_customers_that_the_bank_knows_well_enough() {
        Bank bank = Banks.open("""
                , "settings": {"default_currency": "EUR", "kyc_tier_required": "tier_2"}
                """);
        String customer = newCustomer(bank.user());
        Answer refused = openAccount(bank.user(), customer, "");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("type")).endsWith("kyc-tier-too-low");

        bank.user().put("/customers/" + customer + "/kyc", "{\"status\": \"verified\", \"tier\": \"tier_1\"}");
        assertThat(openAccount(bank.user(), customer, "").status()).isEqualTo(400);
        bank.user().put("/customers/" + customer + "/kyc", "{\"status\": \"verified\", \"tier\": \"tier_2\"}");
        assertThat(openAccount(bank.user(), customer, "").status()).isEqualTo(201);
    }

    @Test
    void no_account_goes_below_zero_where_the_bank_allows_none() {
        Bank bank = Banks.open("""
                , "settings": {"default_currency": "EUR", "allow_overdrafts": false, "overdraft_limit": "10.00"}
                """);
        String customer = newCustomer(bank.user());
        String overdraft = "\"overdraft_limit\": {\"amount\": \"5.00\", \"currency\": \"EUR\"}";
        Answer refused = openAccount(bank.user(), customer, ", " + overdraft);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("type")).endsWith("overdrafts-not-allowed");

        Answer opened = openAccount(bank.user(), customer, "");
        assertThat(opened.at("overdraft_limit/amount")).isEqualTo("0.00");
        assertThat(bank.user()
                        .put("/accounts/" + opened.at("account_id"), "{" + overdraft + "}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_change_of_the_settings_counts_at_once() {
        Bank bank = Banks.open(", \"settings\": {\"default_currency\": \"EUR\"}");
        String customer = newCustomer(bank.user());
        assertThat(openAccount(bank.user(), customer, "").at("currency")).isEqualTo("EUR");
        api().put("/tenants/" + bank.id(), "{\"settings\": {\"default_currency\": \"CHF\"}}");
        assertThat(openAccount(bank.user(), customer, "").at("currency")).isEqualTo("CHF");
    }
}
