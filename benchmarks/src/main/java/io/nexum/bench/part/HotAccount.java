package io.nexum.bench.part;

import io.nexum.bench.BenchRun;
import io.nexum.bench.bank.Bank;
import io.nexum.bench.bank.Deposits;
import io.nexum.bench.figure.Target;
import io.nexum.bench.load.LoadResult;

/** Everybody pays to one account. */
public final class HotAccount implements Part {
    private static final int CONNECTIONS = 64;
    private static final double TARGET = 2_000;

    @Override
    public String name() {
        return "hot";
    }

    @Override
    public void measure(BenchRun run) throws Exception {
        Bank bank = run.bank();
        run.say("one hot account: REST deposits on " + CONNECTIONS + " connections");
        Deposits deposits = new Deposits(bank.client().token(), bank.accounts().subList(0, 1));
        LoadResult result = bank.load(CONNECTIONS, deposits, run.warmUp(), run.measured());
        String what = "REST deposits to one hot account, 64 connections";
        run.figures().add("hot_account", what, result.answersPerSecond(), "1/s", Target.atLeast(TARGET));
        run.figures().add("hot_account_p99", what + ", p99", result.latencyMilliseconds(99), "ms");
    }
}
