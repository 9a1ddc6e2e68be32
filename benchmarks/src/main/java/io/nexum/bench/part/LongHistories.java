package io.nexum.bench.part;

import io.nexum.bench.BenchRun;
import io.nexum.bench.bank.Accounts;
import io.nexum.bench.bank.Bank;
import io.nexum.bench.bank.BulkDeposits;
import io.nexum.bench.bank.CommandBank;
import io.nexum.bench.bank.Deposits;
import io.nexum.bench.figure.Figure;
import io.nexum.bench.figure.Figures;
import io.nexum.bench.figure.Histogram;
import io.nexum.bench.figure.Target;
import io.nexum.bench.load.Load;
import io.nexum.gateway.demo.BankClient;
import io.nexum.kernel.account.AccountId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether an account with a long history is as fast as a new one: with its state in the program's memory, and right
 * after a start, when it has to be read.
 */
public final class LongHistories implements Part {
    private static final int[] EVENTS = {0, 10, 10_000, 1_000_000};
    private static final int[] EVENTS_IF_QUICK = {0, 10, 1_000, 20_000};
    private static final double TARGET = 1.2;
    private static final double NANOSECONDS_A_MILLISECOND = 1e6;
    private static final int MEDIAN = 50;

    @Override
    public String name() {
        return "history";
    }

    @Override
    public void measure(BenchRun run) throws Exception {
        int[] events = run.quick() ? EVENTS_IF_QUICK : EVENTS;
        Bank bank = run.bank();
        List<byte[]> accounts = accountsWith(run, bank, events);
        report(run, "warm", "state in memory, REST", events, warm(run, bank, accounts));
        report(run, "cold", "first after a start, in process", events, cold(run, accounts));
    }

    private static List<byte[]> accountsWith(BenchRun run, Bank bank, int[] events)
            throws IOException, InterruptedException {
        BankClient client = bank.client();
        String customer = Accounts.customer(client, "History");
        List<byte[]> accounts = new ArrayList<>();
        for (int count : events) {
            run.say("long histories: an account with " + Figure.readable(count) + " events");
            byte[] account =
                    Accounts.open(client, customer, "USD", count + " events").getBytes(StandardCharsets.US_ASCII);
            accounts.add(account);
            BulkDeposits.make(
                    bank, List.of(account), count, done -> run.say("long histories: " + Figure.readable(done)));
        }
        return accounts;
    }

    /** One connection, one deposit after the other, the accounts taking turns so that nothing else differs. */
    private static List<Histogram> warm(BenchRun run, Bank bank, List<byte[]> accounts) throws IOException {
        run.say("long histories: deposits in turns, state in memory");
        List<Histogram> latencies = new ArrayList<>();
        List<Deposits> deposits = new ArrayList<>();
        for (byte[] account : accounts) {
            latencies.add(new Histogram());
            deposits.add(new Deposits(bank.client().token(), List.of(account)));
        }
        long measureFrom = System.nanoTime() + run.warmUp().toNanos();
        long measureTo = measureFrom + run.measured().toNanos();
        Load.inTurns(bank.server().address(), deposits, measureTo, (turn, sentAt, answeredAt) -> {
            if (sentAt >= measureFrom) {
                latencies.get(turn).record(answeredAt - sentAt);
            }
        });
        return latencies;
    }

    /** A command side that was just started knows no account: its first deposit to each one reads it. */
    private static List<Histogram> cold(BenchRun run, List<byte[]> accounts) throws Exception {
        int starts = run.quick() ? 3 : 30;
        run.say("long histories: first deposits after " + starts + " starts");
        List<Histogram> latencies = accounts.stream().map(_ -> new Histogram()).toList();
        List<AccountId> ids = accounts.stream()
                .map(id -> AccountId.of(new String(id, StandardCharsets.US_ASCII)))
                .toList();
        Duration toWarmUp = run.warmUp();
        for (long from = System.nanoTime(); System.nanoTime() - from < toWarmUp.toNanos(); ) {
            firstDeposits(run, ids, List.of());
        }
        for (int i = 0; i < starts; i++) {
            firstDeposits(run, ids, latencies);
        }
        return latencies;
    }

    private static void firstDeposits(BenchRun run, List<AccountId> accounts, List<Histogram> latencies)
            throws Exception {
        try (CommandBank bank = CommandBank.start(run.postgres(), run.bankDatabase())) {
            // The connections are made before what is measured.
            bank.openAccounts(2).forEach(bank::deposit);
            // In another order each time, for the first one also pays for what the others then find warm.
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, accounts.size()).boxed().toList());
            Collections.shuffle(order);
            for (int i : order) {
                long sentAt = System.nanoTime();
                bank.deposit(accounts.get(i));
                if (!latencies.isEmpty()) {
                    latencies.get(i).record(System.nanoTime() - sentAt);
                }
            }
        }
    }

    private static void report(BenchRun run, String name, String how, int[] events, List<Histogram> latencies) {
        Figures figures = run.figures();
        String fresh = "";
        for (int i = 0; i < events.length; i++) {
            String figure = "history_" + name + "_" + events[i];
            String history =
                    events[i] == 0 ? "a new account" : "an account of " + Figure.readable(events[i]) + " events";
            double median = latencies.get(i).percentile(MEDIAN) / NANOSECONDS_A_MILLISECOND;
            figures.add(figure, "deposit to " + history + ", p50, " + how, median, "ms");
            if (i == 0) {
                fresh = figure;
            } else {
                figures.addRatio(
                        figure + "_to_new", history + " : a new one, " + how, figure, fresh, Target.atMost(TARGET));
            }
        }
    }
}
