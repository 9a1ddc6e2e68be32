package io.nexum.bench.part;

import io.nexum.bench.BenchRun;
import io.nexum.bench.bank.Bank;
import io.nexum.bench.bank.Transfers;
import io.nexum.bench.figure.Figures;
import io.nexum.bench.figure.Target;
import io.nexum.bench.load.LoadResult;
import io.nexum.bench.load.Requests;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Deposits and transfers as a client sees them: over HTTP, with a token, a key each, and the projections following; at a
 * tenant with quotas.
 */
public final class RestLoads implements Part {
    private static final int[] CONNECTIONS = {1, 16, 64, 256};
    private static final int CONNECTIONS_OF_WARM_UP = 64;
    private static final String DEPOSITS = "rest_deposits_";

    @Override
    public String name() {
        return "rest";
    }

    @Override
    public void measure(BenchRun run) throws Exception {
        Bank program = run.bank();
        run.say("REST: opening a tenant with quotas");
        try (Bank tenant = program.openTenant()) {
            measure(run, tenant);
        }
    }

    private static void measure(BenchRun run, Bank bank) throws IOException {
        run.say("REST: warming the program up");
        // A fresh JVM runs slowly at first, so the first load is given longer.
        Duration longWarmUp = run.warmUp().multipliedBy(3);
        bank.load(CONNECTIONS_OF_WARM_UP, bank.deposits(), longWarmUp, Duration.ZERO);
        Transfers transfers = Transfers.single(bank.client().token(), bank.accounts());
        bank.load(CONNECTIONS_OF_WARM_UP, transfers, longWarmUp, Duration.ZERO);

        measure(run, bank, DEPOSITS, "REST deposits", bank::deposits);
        measure(run, bank, "rest_transfers_", "REST transfers", () -> transfers);
        run.figures()
                .addRatio(
                        "rest_deposits_64_to_pgbench",
                        "REST deposits at 64 connections : pgbench TPC-B",
                        DEPOSITS + "64",
                        Pgbench.FIGURE,
                        Target.atLeast(1.0));
    }

    private static void measure(BenchRun run, Bank bank, String name, String what, Supplier<Requests> requests)
            throws IOException {
        for (int connections : CONNECTIONS) {
            String title = what + ", " + connections + (connections == 1 ? " connection" : " connections");
            run.say(title);
            LoadResult result = bank.load(connections, requests.get(), run.warmUp(), run.measured());
            Figures figures = run.figures();
            figures.add(name + connections, title, result.answersPerSecond(), "1/s");
            figures.add(name + connections + "_p50", title + ", p50", result.latencyMilliseconds(50), "ms");
            figures.add(name + connections + "_p99", title + ", p99", result.latencyMilliseconds(99), "ms");
        }
    }
}
