package io.nexum.bench.crash;

import io.nexum.gateway.demo.BankClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** Several clients at once, each with one request under way, until they are told to stop or the bank is gone. */
final class CrashLoad {
    private static final int WORKERS = 12;
    private static final int UNANSWERED_BEFORE_GIVING_UP = 10;

    private final List<BankClient> clients;
    private final ExpectedBooks books;
    private final Journal journal;
    private final String keyPrefix;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Request> unanswered = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final LongAdder granted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private volatile boolean stopped;

    /**
     * @param clients take turns
     * @param keyPrefix makes the keys of this load different from all others
     */
    CrashLoad(List<BankClient> clients, ExpectedBooks books, Journal journal, String keyPrefix) {
        this.clients = clients;
        this.books = books;
        this.journal = journal;
        this.keyPrefix = keyPrefix;
    }

    void start(Function<Random, Orders> orders, Random random) {
        for (int worker = 0; worker < WORKERS; worker++) {
            String prefix = keyPrefix + "-" + worker + "-";
            Orders wants = orders.apply(new Random(random.nextLong()));
            BankClient client = clients.get(worker % clients.size());
            threads.add(Thread.ofVirtual().start(() -> work(client, wants, prefix)));
        }
    }

    private void work(BankClient client, Orders orders, String prefix) {
        int failures = 0;
        try {
            for (int i = 0; !stopped && failures < UNANSWERED_BEFORE_GIVING_UP; i++) {
                Order order = orders.next();
                switch (send(client, new Request(prefix + i, order))) {
                    case Request.Outcome.Granted(var answer)
                    when order instanceof Order.Hold hold -> {
                        Order capture =
                                orders.captureOf(hold, answer.path("hold_id").asString());
                        send(client, new Request(prefix + i + "-capture", capture));
                    }
                    case Request.Outcome.Unanswered _ -> failures++;
                    default -> {}
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Request.Outcome send(BankClient client, Request request) throws InterruptedException {
        Request.Outcome outcome = request.ask(client, books, journal);
        switch (outcome) {
            case Request.Outcome.Granted _ -> granted.increment();
            case Request.Outcome.Refused _ -> refused.increment();
            case Request.Outcome.Unanswered _ -> unanswered.add(request);
            case Request.Outcome.Wrong(String what) -> wrong.add(what);
        }
        return outcome;
    }

    /** Returns when every worker has its last answer, or knows that none comes. */
    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    List<Request> unanswered() {
        return List.copyOf(unanswered);
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    long granted() {
        return granted.sum();
    }

    long refused() {
        return refused.sum();
    }
}
