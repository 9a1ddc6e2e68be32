package io.nexum.bench.part;

import io.nexum.bench.BenchRun;
import io.nexum.bench.figure.Figure;
import io.nexum.bench.figure.Target;
import io.nexum.gateway.database.Database;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.audit.AuditQuery.IntegrityReport;
import io.nexum.query.audit.LogVerifier;
import java.util.Optional;

/** The whole log's hashes computed again from the rows as stored, with the machine to themselves. */
public final class ChainVerification implements Part {
    private static final double TARGET = 300_000;
    private static final int REPORT_EVERY = 500_000;

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public void measure(BenchRun run) throws Exception {
        run.ensureLog();
        run.say("verification of the chain");
        try (Database database = run.postgres().open(run.bankDatabase())) {
            verify(run, database); // once before, so that neither Java nor the disk is cold
            long startedAt = System.nanoTime();
            IntegrityReport report = verify(run, database);
            double seconds = (System.nanoTime() - startedAt) / 1e9;
            if (!report.valid()) {
                throw new IllegalStateException("the bench's own log is broken: " + report);
            }
            run.figures()
                    .add(
                            "verification",
                            "verification of the chain",
                            report.eventsChecked() / seconds,
                            "events/s",
                            Target.atLeast(TARGET));
            run.figures()
                    .count("verification_events", "verification of the chain, of", report.eventsChecked(), "events");
        }
    }

    private static IntegrityReport verify(BenchRun run, Database database) {
        return LogVerifier.database(
                database.stores(), TenantId.DEFAULT, Optional.empty(), Optional.empty(), Optional.empty(), done -> {
                    if (done % REPORT_EVERY == 0) {
                        run.say("verification of the chain: " + Figure.readable(done) + " events");
                    }
                });
    }
}
