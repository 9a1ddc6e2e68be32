package io.nexum.bench.part;

import io.nexum.bench.BenchRun;
import io.nexum.bench.bank.CommandBank;
import io.nexum.bench.figure.Target;
import io.nexum.kernel.account.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/** Commands without HTTP and without projections: how fast decisions are made and written. */
public final class EventStore implements Part {
    private static final String DATABASE = "nexum_bench_commands";
    private static final int ACCOUNTS = 1_000;
    private static final int CALLERS = 512;

    @Override
    public String name() {
        return "eventstore";
    }

    @Override
    public void measure(BenchRun run) throws Exception {
        run.say("commands in process: opening " + ACCOUNTS + " accounts");
        String url = run.postgres().createDatabase(DATABASE);
        try (CommandBank bank = CommandBank.start(run.postgres(), url)) {
            List<AccountId> accounts = bank.openAccounts(ACCOUNTS);
            run.say("commands in process: deposits from " + CALLERS + " virtual threads");
            double depositsPerSecond = depositsPerSecond(run, bank, accounts);
            run.figures()
                    .add(
                            "commands_in_process",
                            "commands in process: deposits with keys, 512 callers, no HTTP, projections off",
                            depositsPerSecond,
                            "commands/s");
        }
        run.postgres().dropDatabase(DATABASE);
        run.figures()
                .addRatio(
                        "commands_to_pgbench",
                        "commands in process : pgbench TPC-B",
                        "commands_in_process",
                        Pgbench.FIGURE,
                        Target.atLeast(3.0));
    }

    private static double depositsPerSecond(BenchRun run, CommandBank bank, List<AccountId> accounts)
            throws InterruptedException, ExecutionException {
        // Compiling what is hot takes longer than what is measured here should wait for, so it is given more time.
        long measureFrom = System.nanoTime() + run.warmUp().multipliedBy(2).toNanos();
        long measureTo = measureFrom + run.measured().toNanos();
        LongAdder deposits = new LongAdder();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(threads.submit(() -> {
                    for (long now = 0; now < measureTo; ) {
                        bank.deposit(accounts.get(ThreadLocalRandom.current().nextInt(accounts.size())));
                        now = System.nanoTime();
                        if (now >= measureFrom && now < measureTo) {
                            deposits.increment();
                        }
                    }
                }));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
        }
        return deposits.sum() / (run.measured().toNanos() / 1e9);
    }
}
