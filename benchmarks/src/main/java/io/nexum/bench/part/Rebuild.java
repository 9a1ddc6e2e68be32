package io.nexum.bench.part;

import io.nexum.bench.BenchRun;
import io.nexum.bench.bank.PostgresServer;
import io.nexum.bench.figure.Target;
import io.nexum.gateway.database.Database;
import io.nexum.kernel.TenantId;
import io.nexum.query.QuerySettings;
import io.nexum.query.QuerySide;
import io.nexum.query.RebuildReport;

/** All read models built from the log again, with the machine to themselves. */
public final class Rebuild implements Part {
    private static final double TARGET = 50_000;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public void measure(BenchRun run) throws Exception {
        run.ensureLog();
        run.say("rebuild of all projections");
        try (Database database = run.postgres().open(run.bankDatabase());
                QuerySide queries =
                        QuerySide.start(database.stores(), QuerySettings.defaults(), PostgresServer.keys(database))) {
            RebuildReport report = queries.rebuild(TenantId.DEFAULT, run::say);
            run.figures()
                    .add(
                            "rebuild",
                            "rebuild of all projections",
                            report.eventsPerSecond(),
                            "events/s",
                            Target.atLeast(TARGET));
            run.figures().count("rebuild_events", "rebuild of all projections, from", report.events(), "events");
        }
    }
}
