package io.nexum.gateway.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyApiTest extends BankApiTest {
    @Test
    void a_replay_gives_the_stored_answer_and_says_so() {
        String account = account("USD");
        String key = UUID.randomUUID().toString();
        Answer first = deposit(account, "10.00", "Idempotency-Key", key);
        deposit(account, "5.00");
        Answer again = deposit(account, "10.00", "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(balance(account)).isEqualTo("15.00");
    }

    @Test
    void a_key_in_the_body_is_as_good_as_one_in_the_header_and_both_may_be_sent() {
        String account = account("USD");
        String key = UUID.randomUUID().toString();
        String body = """
                {"account_id": "%s", "amount": {"amount": "1000.00", "currency": "USD"},
                 "description": "Payroll deposit", "idempotency_key": "%s"}
                """.formatted(account, key);
        Answer first = api().post("/transactions/deposit", body);
        Answer again = api().post("/transactions/deposit", body, "Idempotency-Key", key);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(balance(account)).isEqualTo("1000.00");
        assertThat(api().post("/transactions/deposit", body, "Idempotency-Key", "another")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void the_same_request_may_be_written_another_way() {
        String account = account("USD");
        String key = UUID.randomUUID().toString();
        Answer first = deposit(account, "10.00", "Idempotency-Key", key);
        Answer again = api().post("/transactions/deposit", """
                {"description": " Payroll deposit ", "amount": {"currency": "USD", "amount": 10.0},
                 "account_id": "%s"}
                """.formatted(account), "Idempotency-Key", key);
        assertThat(again.text()).isEqualTo(first.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/transactions/deposit", "/transactions/withdraw"})
    void a_key_with_another_payload_or_route_is_refused(String route) {
        String account = fundedAccount("100.00");
        String key = UUID.randomUUID().toString();
        deposit(account, "10.00", "Idempotency-Key", key);
        String other = depositBody(account, route.endsWith("deposit") ? "10.01" : "10.00");
        Answer refused = api().post(route, other, "Idempotency-Key", key);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("type")).isEqualTo("urn:nexum:problem:idempotency-key-reused");
        assertThat(balance(account)).isEqualTo("110.00");
    }

    @Test
    void a_refusal_does_not_use_the_key_up() {
        String account = account("USD");
        String key = UUID.randomUUID().toString();
        assertThat(api().post("/transactions/withdraw", depositBody(account, "10.00"), "Idempotency-Key", key)
                        .status())
                .isEqualTo(400);
        deposit(account, "10.00");
        assertThat(api().post("/transactions/withdraw", depositBody(account, "10.00"), "Idempotency-Key", key)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void duplicates_at_the_same_moment_have_one_effect_and_no_other_answers_than_200_and_409() throws Exception {
        String account = account("USD");
        String key = UUID.randomUUID().toString();
        int senders = 16;
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> send = () -> {
                start.await();
                return deposit(account, "10.00", "Idempotency-Key", key);
            };
            List<Future<Answer>> sent =
                    Stream.generate(() -> threads.submit(send)).limit(senders).toList();
            start.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : sent) {
                answers.add(one.get());
            }
            assertThat(answers).extracting(Answer::status).isSubsetOf(200, 409).contains(200);
            assertThat(answers.stream().filter(answer -> answer.status() == 200).map(Answer::text))
                    .hasSizeGreaterThanOrEqualTo(1)
                    .allMatch(answers.stream()
                            .filter(answer -> answer.status() == 200)
                            .findFirst()
                            .orElseThrow()
                            .text()::equals);
        }
        assertThat(balance(account)).isEqualTo("10.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/transactions/deposit", "/transactions/withdraw"})
    void a_dry_run_answers_what_the_command_does(String route) {
        String account = fundedAccount("100.00");
        long before = head();
        Answer tried = api().post(route + "?dry_run=true", depositBody(account, "30.00"));
        assertThat(tried.header("X-Dry-Run")).contains("true");
        assertThat(head()).isEqualTo(before);
        Answer done = api().post(route, depositBody(account, "30.00"));
        assertThat(done.header("X-Dry-Run")).isEmpty();
        assertThat(timeless(tried)).isEqualTo(timeless(done));
        Answer refused = api().post("/transactions/withdraw?dry_run=true", depositBody(account, "9999.00"));
        assertThat(refused.status()).isEqualTo(400);
    }

    /** The answer without what is new each time. */
    private static String timeless(Answer answer) {
        return answer.text().replace(answer.at("transaction_id"), "T").replace(answer.at("created_at"), "NOW");
    }

    @Test
    void a_key_that_is_too_long_is_refused() {
        assertThat(deposit(account("USD"), "1.00", "Idempotency-Key", "k".repeat(181))
                        .status())
                .isEqualTo(422);
    }
}
