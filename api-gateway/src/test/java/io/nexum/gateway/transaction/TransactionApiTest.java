package io.nexum.gateway.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionApiTest extends BankApiTest {
    private static Answer transfer(String from, String to, String amount, String currency) {
        return api().post("/transactions/transfer", """
                {"from_account_id": "%s", "to_account_id": "%s", "amount": {"amount": "%s", "currency": "%s"},
                 "description": "Lunch money"}
                """.formatted(from, to, amount, currency));
    }

    @Test
    void the_best_practices_deposit_is_answered_with_the_transaction() {
        String account = account("USD");
        Answer answer = api().post("/transactions/deposit", """
                {"account_id": "%s", "amount": {"amount": "1000.00", "currency": "USD"},
                 "description": "Payroll deposit", "idempotency_key": "payroll_%s"}
                """.formatted(account, UUID.randomUUID()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("transaction_id")).isNotEmpty();
        assertThat(answer.at("transaction_type")).isEqualTo("deposit");
        assertThat(answer.at("status")).isEqualTo("completed");
        assertThat(answer.at("account_id")).isEqualTo(account);
        assertThat(answer.at("amount/amount")).isEqualTo("1000.00");
        assertThat(answer.at("channel")).isEqualTo("online");
        assertThat(answer.at("balances/0/balance/amount")).isEqualTo("1000.00");
    }

    @Test
    void a_withdrawal_above_the_balance_is_refused_and_nothing_is_written() {
        String account = fundedAccount("100.00");
        long before = head();
        Answer refused = api().post("/transactions/withdraw", depositBody(account, "100.01"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(refused.at("type")).isEqualTo("urn:nexum:problem:insufficient-funds");
        assertThat(head()).isEqualTo(before);
        assertThat(api().post("/transactions/withdraw", depositBody(account, "100.00"))
                        .status())
                .isEqualTo(200);
        assertThat(balance(account)).isEqualTo("0.00");
    }

    @Test
    void a_transfer_moves_money_between_two_accounts_at_once() {
        String alice = fundedAccount("100.00");
        String bob = account("USD");
        Answer answer = transfer(alice, bob, "40.00", "USD");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("from_account_id")).isEqualTo(alice);
        assertThat(answer.at("to_account_id")).isEqualTo(bob);
        assertThat(balance(alice)).isEqualTo("60.00");
        assertThat(balance(bob)).isEqualTo("40.00");
        assertThat(transfer(alice, alice, "1.00", "USD").at("type")).isEqualTo("urn:nexum:problem:same-account");
        assertThat(transfer(alice, bob, "1.00", "EUR").at("errors/0/field")).isEqualTo("amount.currency");
        assertThat(transfer(alice, UUID.randomUUID().toString(), "1.00", "USD").status())
                .isEqualTo(404);
    }

    @Test
    void a_get_right_after_a_post_shows_it() {
        String account = account("USD");
        for (int i = 1; i <= 20; i++) {
            String id = deposit(account, "1.00").at("transaction_id");
            assertThat(balance(account)).isEqualTo(i + ".00");
            Answer read = api().get("/transactions/" + id);
            assertThat(read.status()).isEqualTo(200);
            assertThat(api().get("/accounts/" + account + "/transactions?limit=1")
                            .at("transactions/0/transaction_id"))
                    .isEqualTo(id);
        }
        assertThat(api().get("/accounts/" + account + "?consistency=eventual").status())
                .isEqualTo(200);
    }

    @Test
    void a_transaction_is_reversed_once_by_an_entry_that_names_it() {
        String alice = fundedAccount("100.00");
        String bob = account("USD");
        String original = transfer(alice, bob, "40.00", "USD").at("transaction_id");
        Answer reversal = api().post("/transactions/" + original + "/reverse", "{\"reason\": \"wrong payee\"}");
        assertThat(reversal.status()).as(reversal.text()).isEqualTo(200);
        assertThat(reversal.at("transaction_type")).isEqualTo("reversal");
        assertThat(reversal.at("reverses")).isEqualTo(original);
        assertThat(balance(alice)).isEqualTo("100.00");
        assertThat(balance(bob)).isEqualTo("0.00");
        Answer read = api().get("/transactions/" + original);
        assertThat(read.at("status")).isEqualTo("reversed");
        assertThat(read.at("reversed_by")).isEqualTo(reversal.at("transaction_id"));
        deposit(bob, "40.00");
        Answer again = api().post("/transactions/" + original + "/reverse", "{\"reason\": \"wrong payee\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("type")).isEqualTo("urn:nexum:problem:already-reversed");
    }

    @Test
    void a_reversal_sent_twice_with_its_key_is_done_once() {
        String account = fundedAccount("100.00");
        String original = deposit(account, "10.00").at("transaction_id");
        String key = UUID.randomUUID().toString();
        String route = "/transactions/" + original + "/reverse";
        Answer first = api().post(route, "{\"reason\": \"slip\"}", "Idempotency-Key", key);
        Answer again = api().post(route, "{\"reason\": \"slip\"}", "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(balance(account)).isEqualTo("100.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5c1f36b2-6b62-4b8e-9f5e-2f3c7a2f0001", "xfer_p2p_001", "1"})
    void an_unknown_transaction_is_not_found(String id) {
        assertThat(api().get("/transactions/" + id).status()).isEqualTo(404);
        assertThat(api().post("/transactions/" + id + "/reverse", "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void money_crosses_currencies_at_the_quoted_rate_only() {
        String dollars = fundedAccount("100.00");
        String yen = account("JPY");
        String unquoted = account("KWD");
        assertThat(transfer(dollars, unquoted, "1.00", "USD").at("type")).isEqualTo("urn:nexum:problem:no-rate");
        Answer quoted = api().post("/rates", """
                {"base": "USD", "quote": "JPY", "rate": "151.25", "source": "desk"}
                """);
        assertThat(quoted.status()).as(quoted.text()).isEqualTo(201);
        Answer answer = transfer(dollars, yen, "10.00", "USD");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("credited_amount/amount")).isEqualTo("1512");
        assertThat(answer.at("exchange_rate")).isEqualTo("151.25");
        assertThat(api().get("/accounts/" + yen + "/balance").at("balance/amount"))
                .isEqualTo("1512");
        assertThat(api().get("/ledger/trial-balance").json().get("balanced").asBoolean())
                .isTrue();
    }
}
