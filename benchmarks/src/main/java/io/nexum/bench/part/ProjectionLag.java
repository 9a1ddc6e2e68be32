package io.nexum.bench.part;

import io.nexum.bench.BenchRun;
import io.nexum.bench.bank.Bank;
import io.nexum.bench.bank.LogSampler;
import io.nexum.bench.figure.Figures;
import io.nexum.bench.figure.Target;
import io.nexum.bench.load.LoadResult;
import java.time.Duration;

/** How far the read models stay behind the log while everybody deposits, and how soon they are level afterwards. */
public final class ProjectionLag implements Part {
    private static final int CONNECTIONS = 64;
    private static final double TARGET_BEHIND_S = 1;
    private static final double TARGET_LEVEL_S = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double NANOSECONDS_A_SECOND = 1e9;

    @Override
    public String name() {
        return "lag";
    }

    @Override
    public void measure(BenchRun run) throws Exception {
        Bank bank = run.bank();
        run.say("projections behind the log: REST deposits on " + CONNECTIONS + " connections");
        awaitLevel(run); // what an earlier part left behind is not this load's
        try (LogSampler sampler = new LogSampler(run.postgres().connect(run.bankDatabase()))) {
            LoadResult load = bank.load(CONNECTIONS, bank.deposits(), run.warmUp(), run.measured());
            long loadEndedAt = System.nanoTime();
            LogSampler.Lag atEnd = sampler.now();
            double levelAfterS = sampler.awaitLevel(loadEndedAt, PATIENCE) / NANOSECONDS_A_SECOND;
            LogSampler.Lag worst = sampler.worst();

            Figures figures = run.figures();
            String under = "projections under full load";
            figures.add("lag_load", "REST deposits while the lag was watched", load.answersPerSecond(), "1/s");
            figures.add("lag_max", under + ", behind at most", worst.seconds(), "s", Target.atMost(TARGET_BEHIND_S));
            figures.count("lag_max_events", under + ", behind at most", worst.events(), "events");
            figures.add("lag_end", under + ", behind at its end", atEnd.seconds(), "s");
            figures.add(
                    "lag_level", "projections level after the load", levelAfterS, "s", Target.atMost(TARGET_LEVEL_S));
        }
    }

    private static void awaitLevel(BenchRun run) throws Exception {
        try (LogSampler sampler = new LogSampler(run.postgres().connect(run.bankDatabase()))) {
            sampler.awaitLevel(System.nanoTime(), PATIENCE);
        }
    }
}
