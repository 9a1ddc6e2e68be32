package io.nexum.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.OwnBank;
import io.nexum.gateway.database.Database;
import io.nexum.kernel.TenantId;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FullQueueApiTest {
    /** More than a queue of 16 and a batch of as many take. */
    private static final int REQUESTS = 60;

    @Test
    void when_nothing_more_can_wait_requests_are_refused_at_once_and_told_when_to_ask_again() throws Exception {
        try (OwnBank bank = OwnBank.start(Map.of("NEXUM_APPEND_QUEUE", "16"));
                Database database = bank.database();
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Api api = new Api(bank.base(), bank.token());
            String customer = api.post("/customers", """
                    {"first_name": "Alice", "last_name": "Johnson", "email": "alice@example.com"}
                    """).at("customer_id");
            String account = api.post("/accounts", """
                    {"customer_id": "%s", "product_type": "checking", "currency": "USD", "name": "Everyday"}
                    """.formatted(customer)).at("account_id");
            List<Future<Answer>> sent = new ArrayList<>();
            try (Connection held =
                            database.stores().storeOf(TenantId.DEFAULT).owner().getConnection();
                    Statement statement = held.createStatement()) {
                held.setAutoCommit(false);
                statement.execute("SELECT FROM nexum.chain_head FOR UPDATE"); // nothing is appended meanwhile
                for (int i = 0; i < REQUESTS; i++) {
                    sent.add(clients.submit(() -> deposit(api, account)));
                }
                Answer refused = firstOf(sent);

                assertThat(refused.status()).as(refused.text()).isEqualTo(503);
                assertThat(refused.at("type")).startsWith("urn:nexum:problem:");
                assertThat(refused.header("Retry-After").orElse("")).matches("[1-9][0-9]*");
                held.rollback();
            }

            int granted = 0;
            for (Future<Answer> answer : sent) {
                assertThat(answer.get().status()).isIn(200, 503);
                granted += answer.get().status() == 200 ? 1 : 0;
            }
            assertThat(granted).isBetween(16, REQUESTS - 1);
            assertThat(api.get("/accounts/" + account + "/balance").at("ledger_balance/amount"))
                    .isEqualTo(granted + ".00");
        }
    }

    /** While nothing is appended only refusals are answered. */
    private static Answer firstOf(List<Future<Answer>> sent) throws Exception {
        await().until(() -> sent.stream().anyMatch(Future::isDone));
        return sent.stream().filter(Future::isDone).findFirst().orElseThrow().get();
    }

    private static Answer deposit(Api api, String account) {
        return api.post(
                "/transactions/deposit",
                """
                {"account_id": "%s", "amount": {"amount": "1.00", "currency": "USD"}, "description": "x"}
                """.formatted(account),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
