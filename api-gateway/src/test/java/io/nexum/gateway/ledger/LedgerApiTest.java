package io.nexum.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerApiTest extends BankApiTest {
    private static String freshCode() {
        return "7" + ThreadLocalRandom.current().nextLong(100_000_000L, 999_999_999L);
    }

    private static String glAccount() {
        String code = freshCode();
        Answer opened = api().post("/ledger/accounts", """
                {"code": "%s", "name": "Marketing", "type": "expense"}
                """.formatted(code));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return code;
    }

    private static String entry(String debit, String credit, String amount) {
        return """
                {"description": "Office rent", "reference": "INV-1", "lines": [
                  {"account": "%s", "side": "debit", "amount": {"amount": "%s", "currency": "USD"}},
                  {"account": "%s", "side": "credit", "amount": {"amount": "120.00", "currency": "USD"}}]}
                """.formatted(debit, amount, credit);
    }

    @Test
    void the_chart_starts_with_a_bank_s_accounts_and_is_extended() {
        Answer chart = api().get("/ledger/accounts?limit=200");
        assertThat(chart.json().get("accounts").findValuesAsString("code"))
                .contains("1010", "2010", "3010", "4020", "5040");
        String code = glAccount();
        Answer read = api().get("/ledger/accounts/" + code);
        assertThat(read.at("name")).isEqualTo("Marketing");
        assertThat(read.at("normal_side")).isEqualTo("debit");
        assertThat(api().post(
                                "/ledger/accounts",
                                "{\"code\": \"%s\", \"name\": \"x\", \"type\": \"revenue\"}".formatted(code))
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"code\": \"x\", \"name\": \"x\", \"type\": \"asset\"}', code",
        "'{\"code\": \"7001\", \"name\": \"\", \"type\": \"asset\"}', name",
        "'{\"code\": \"7001\", \"name\": \"x\", \"type\": \"thing\"}', type",
        "'{\"code\": \"7001\", \"name\": \"x\", \"type\": \"asset\", \"control\": \"yes\"}', control"
    })
    void a_bad_field_of_a_ledger_account_is_named(String body, String field) {
        Answer refused = api().post("/ledger/accounts", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("errors/0/field")).isEqualTo(field);
    }

    @Test
    void a_balanced_entry_is_posted_and_found() {
        String code = glAccount();
        Answer posted = api().post("/ledger/journal-entries", entry(code, "1010", "120.00"));
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        assertThat(posted.at("lines/0/amount/amount")).isEqualTo("120.00");
        Answer found = api().get("/ledger/journal-entries?account=" + code);
        assertThat(found.at("total")).isEqualTo("1");
        assertThat(found.at("journal_entries/0/transaction_id")).isEqualTo(posted.at("transaction_id"));
        Answer ledger = api().get("/ledger/accounts/" + code + "/entries?currency=USD");
        assertThat(ledger.at("closing_balance/amount")).isEqualTo("120.00");
        assertThat(ledger.at("entries/0/balance/amount")).isEqualTo("120.00");
    }

    @Test
    void an_entry_out_of_balance_is_refused_and_nothing_is_written() {
        String code = glAccount();
        long before = head();
        Answer refused = api().post("/ledger/journal-entries", entry(code, "1010", "119.99"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("type")).isEqualTo("urn:nexum:problem:unbalanced-entry");
        assertThat(refused.at("errors/0/field")).isEqualTo("lines");
        assertThat(api().post("/ledger/journal-entries", entry("2010", "1010", "120.00"))
                        .at("type"))
                .isEqualTo("urn:nexum:problem:control-account");
        assertThat(api().post("/ledger/journal-entries", entry("9999999", "1010", "120.00"))
                        .status())
                .isBetween(400, 422);
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void an_entry_can_be_tried_without_being_posted() {
        String code = glAccount();
        long before = head();
        Answer tried = api().post("/ledger/journal-entries?dry_run=true", entry(code, "1010", "120.00"));
        assertThat(tried.status()).isEqualTo(201);
        assertThat(tried.header("X-Dry-Run")).contains("true");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void a_customer_s_account_is_a_sub_account_of_its_control_account() {
        String account = fundedAccount("33.00");
        Answer ledger = api().get("/ledger/accounts/2010/entries?currency=USD&sub_account=" + account);
        assertThat(ledger.at("total")).as(ledger.text()).isEqualTo("1");
        assertThat(ledger.at("entries/0/side")).isEqualTo("credit");
        assertThat(ledger.at("closing_balance/amount")).isEqualTo("33.00");
    }

    @Test
    void the_trial_balance_balances_now_and_at_any_day_or_position() {
        fundedAccount("33.00");
        long position = head();
        Answer before = api().get("/ledger/trial-balance?position=" + position);
        fundedAccount("1.00");
        for (String of : new String[] {"", "?as_of=2020-01-01", "?as_of=2036-01-01&basis=value_date", "?position=1"}) {
            Answer balance = api().get("/ledger/trial-balance" + of);
            assertThat(balance.status()).as(balance.text()).isEqualTo(200);
            assertThat(balance.json().get("balanced").asBoolean()).isTrue();
        }
        Answer after = api().get("/ledger/trial-balance?position=" + position);
        assertThat(after.json().get("rows")).isEqualTo(before.json().get("rows"));
    }

    @ParameterizedTest
    @CsvSource({
        "/ledger/trial-balance?as_of=soon, as_of",
        "/ledger/trial-balance?basis=mood, basis",
        "/ledger/trial-balance?position=-1, position",
        "/ledger/accounts/1010/entries?currency=ABC, currency",
        "/ledger/accounts/1010/entries, currency",
        "/ledger/journal-entries?account=x, account",
        "/ledger/journal-entries?transaction_id=x, transaction_id",
        "/ledger/journal-entries?from=x, from"
    })
    void a_bad_parameter_is_named(String route, String field) {
        Answer refused = api().get(route);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("errors/0/field")).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"/ledger/accounts/9999999", "/ledger/accounts/x", "/ledger/accounts/9999999/entries?currency=USD"})
    void an_unknown_ledger_account_is_not_found(String route) {
        assertThat(api().get(route).status()).isEqualTo(404);
    }
}
