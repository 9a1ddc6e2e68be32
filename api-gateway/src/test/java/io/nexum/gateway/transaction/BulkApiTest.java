package io.nexum.gateway.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BulkApiTest extends BankApiTest {
    private static String line(String type, String account, String amount) {
        return """
                {"transaction_type": "%s", "account_id": "%s", "amount": {"amount": "%s", "currency": "USD"},
                 "description": "bulk", "idempotency_key": "%s"}
                """.formatted(type, account, amount, UUID.randomUUID());
    }

    private static String bulk(String mode, String... lines) {
        return "{\"mode\": \"" + mode + "\", \"transactions\": [" + String.join(",", lines) + "]}";
    }

    @Test
    void each_line_on_its_own_has_a_result_of_its_own() {
        String account = account("USD");
        Answer answer = api().post(
                        "/transactions/bulk",
                        bulk(
                                "independent",
                                line("deposit", account, "10.00"),
                                line("withdrawal", account, "50.00"),
                                line("deposit", UUID.randomUUID().toString(), "1.00"),
                                line("withdrawal", account, "4.00")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("processed_count")).isEqualTo("2");
        assertThat(answer.at("failed_count")).isEqualTo("2");
        assertThat(answer.at("results/0/status")).isEqualTo("success");
        assertThat(answer.at("results/0/transaction_id")).isEqualTo(answer.at("results/0/transaction/transaction_id"));
        assertThat(answer.at("results/1/index")).isEqualTo("1");
        assertThat(answer.at("results/1/status")).isEqualTo("error");
        assertThat(answer.at("results/1/error/type")).isEqualTo("urn:nexum:problem:insufficient-funds");
        assertThat(answer.at("results/2/error/type")).isEqualTo("urn:nexum:problem:not-found");
        assertThat(balance(account)).isEqualTo("6.00");
    }

    @Test
    void all_or_nothing_is_nothing_if_one_line_is_refused() {
        String account = account("USD");
        long before = head();
        Answer refused = api().post(
                        "/transactions/bulk",
                        bulk("atomic", line("deposit", account, "10.00"), line("withdrawal", account, "50.00")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("errors/0/field")).startsWith("transactions[1]");
        assertThat(head()).isEqualTo(before);
        Answer granted = api().post(
                        "/transactions/bulk",
                        "{\"atomic\": true, \"transactions\": [" + line("deposit", account, "10.00") + ","
                                + line("withdrawal", account, "9.00") + "]}");
        assertThat(granted.at("processed_count")).as(granted.text()).isEqualTo("2");
        assertThat(balance(account)).isEqualTo("1.00");
    }

    @Test
    void the_best_practices_bare_list_is_each_on_its_own() {
        String account = account("USD");
        Answer answer = api().post(
                        "/transactions/bulk",
                        "[" + line("deposit", account, "2.00") + "," + line("withdrawal", account, "3.00") + "]");
        assertThat(answer.at("processed_count")).as(answer.text()).isEqualTo("1");
        assertThat(answer.json().get("results").size()).isEqualTo(2);
    }

    @Test
    void a_line_counts_once_whatever_bulk_it_comes_in() {
        String account = account("USD");
        String line = line("deposit", account, "2.00");
        Answer first = api().post("/transactions/bulk", bulk("independent", line));
        Answer again = api().post("/transactions/bulk", bulk("independent", line("deposit", account, "1.00"), line));
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.at("results/1/transaction_id")).isEqualTo(first.at("results/0/transaction_id"));
        assertThat(balance(account)).isEqualTo("3.00");
    }

    @Test
    void a_bulk_sent_twice_with_its_key_counts_once() {
        String account = account("USD");
        String body = bulk("atomic", line("deposit", account, "2.00"), line("deposit", account, "3.00"));
        String key = UUID.randomUUID().toString();
        Answer first = api().post("/transactions/bulk", body, "Idempotency-Key", key);
        Answer again = api().post("/transactions/bulk", body, "Idempotency-Key", key);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(balance(account)).isEqualTo("5.00");
    }

    @Test
    void a_dry_run_answers_for_each_line_and_writes_nothing() {
        String account = account("USD");
        long before = head();
        Answer tried = api().post(
                        "/transactions/bulk?dry_run=true",
                        bulk("independent", line("deposit", account, "2.00"), line("withdrawal", account, "3.00")));
        assertThat(tried.at("processed_count")).as(tried.text()).isEqualTo("1");
        assertThat(tried.at("failed_count")).isEqualTo("1");
        assertThat(tried.header("X-Dry-Run")).contains("true");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void every_bad_line_is_named_by_its_place() {
        String account = account("USD");
        long before = head();
        Answer refused = api().post(
                        "/transactions/bulk",
                        bulk(
                                "independent",
                                line("deposit", account, "1.00"),
                                line("deposit", account, "1e3"),
                                line("gift", account, "1.00"),
                                "5",
                                line("deposit", "acc_1", "1.00").replace("USD", "ABC")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "transactions[1].amount.amount",
                        "transactions[2].transaction_type",
                        "transactions[3]",
                        "transactions[4].account_id",
                        "transactions[4].amount.currency");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void a_bulk_has_lines_and_not_too_many_and_no_key_twice() {
        assertThat(api().post("/transactions/bulk", "[]").at("errors/0/field")).isEqualTo("transactions");
        assertThat(api().post("/transactions/bulk", "{}").at("errors/0/field")).isEqualTo("transactions");
        String many = "[" + String.join(",", Collections.nCopies(5_001, "{}")) + "]";
        assertThat(api().post("/transactions/bulk", many).at("errors/0/field")).isEqualTo("transactions");
        String account = account("USD");
        String line = line("deposit", account, "2.00");
        assertThat(api().post("/transactions/bulk", bulk("atomic", line, line)).at("errors/0/field"))
                .isEqualTo("transactions[1].idempotency_key");
        assertThat(api().post("/transactions/bulk", bulk("sometimes", line)).at("errors/0/field"))
                .isEqualTo("mode");
    }
}
