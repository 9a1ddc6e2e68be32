package io.nexum.bench.crash;

import io.nexum.gateway.demo.BankClient;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * An order and the key that it is sent with, however often.
 *
 * @param key tells the bank that it is the same request
 */
record Request(String key, Order order) {
    private static final int RULE_FORBIDS = 400;
    private static final int STILL_RUNNING = 409;
    private static final int FIRST_STATUS_OF_TROUBLE = 500;

    /** What the client knows after it asked. */
    sealed interface Outcome {
        /** It counts. */
        record Granted(JsonNode answer) implements Outcome {}

        /** It doesn't count and never will. */
        record Refused() implements Outcome {}

        /** It may count or not; to be asked again. */
        record Unanswered(boolean connected) implements Outcome {}

        /** An answer that the bank must not give. */
        record Wrong(String what) implements Outcome {}
    }

    /** Asks once, and tells the books what was granted. */
    Outcome ask(BankClient client, ExpectedBooks books, Journal journal) throws InterruptedException {
        journal.sent(this);
        Outcome outcome = ask(client, books);
        journal.answered(this, outcome);
        return outcome;
    }

    private Outcome ask(BankClient client, ExpectedBooks books) throws InterruptedException {
        BankClient.Answer answer;
        try {
            answer = client.postOnce(order.path(), order.body(), key);
        } catch (IOException lost) {
            return new Outcome.Unanswered(false);
        }
        if (answer.isGranted()) {
            books.granted(order, transactionsIn(answer.body()));
            return new Outcome.Granted(answer.body());
        }
        if (answer.status() >= FIRST_STATUS_OF_TROUBLE || answer.status() == STILL_RUNNING) {
            return new Outcome.Unanswered(true);
        }
        return answer.status() == RULE_FORBIDS
                ? new Outcome.Refused()
                : new Outcome.Wrong(
                        order + " with key " + key + " was answered " + answer.status() + ": " + answer.body());
    }

    private List<String> transactionsIn(JsonNode answer) {
        return switch (order) {
            case Order.Hold _ -> List.of();
            case Order.Bulk _ ->
                StreamSupport.stream(answer.path("results").spliterator(), false)
                        .map(line -> line.path("transaction_id").asString())
                        .toList();
            default ->
                Optional.of(answer.path("transaction_id").asString()).stream().toList();
        };
    }
}
