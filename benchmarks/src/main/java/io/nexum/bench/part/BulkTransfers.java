package io.nexum.bench.part;

import io.nexum.bench.BenchRun;
import io.nexum.bench.bank.Bank;
import io.nexum.bench.bank.LogSampler;
import io.nexum.bench.bank.Transfers;
import io.nexum.bench.figure.Target;
import io.nexum.bench.load.LoadResult;
import java.time.Duration;

/** Transfers in bulks of which each is one append, all or nothing. */
public final class BulkTransfers implements Part {
    private static final int TRANSFERS_A_REQUEST = 2_000;
    private static final int CONNECTIONS = 4;
    private static final double TARGET = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double NANOSECONDS_A_SECOND = 1e9;

    @Override
    public String name() {
        return "bulk";
    }

    @Override
    public void measure(BenchRun run) throws Exception {
        Bank bank = run.bank();
        run.say("bulk transfers: " + TRANSFERS_A_REQUEST + " a request, " + CONNECTIONS + " connections");
        Transfers bulks = Transfers.bulk(bank.client().token(), bank.accounts(), TRANSFERS_A_REQUEST, CONNECTIONS);
        LoadResult result = bank.load(CONNECTIONS, bulks, run.warmUp().multipliedBy(2), run.measured());
        double levelAfterS = levelAfter(run) / NANOSECONDS_A_SECOND;
        run.figures()
                .add(
                        "bulk_transfers",
                        "bulk transfers, all or nothing, 2,000 a request, 4 connections",
                        result.answersPerSecond() * TRANSFERS_A_REQUEST,
                        "transfers/s",
                        Target.atLeast(TARGET));
        run.figures().add("bulk_level", "projections level after the bulks", levelAfterS, "s");
    }

    private static long levelAfter(BenchRun run) throws Exception {
        long loadEndedAt = System.nanoTime();
        try (LogSampler sampler = new LogSampler(run.postgres().connect(run.bankDatabase()))) {
            return sampler.awaitLevel(loadEndedAt, PATIENCE);
        }
    }
}
