package io.nexum.bench;

import io.nexum.bench.bank.PostgresServer;
import io.nexum.bench.figure.Machine;
import io.nexum.bench.part.BulkTransfers;
import io.nexum.bench.part.ChainVerification;
import io.nexum.bench.part.DayClose;
import io.nexum.bench.part.EventStore;
import io.nexum.bench.part.HotAccount;
import io.nexum.bench.part.JdbcTransfers;
import io.nexum.bench.part.LongHistories;
import io.nexum.bench.part.Memory;
import io.nexum.bench.part.Part;
import io.nexum.bench.part.Pgbench;
import io.nexum.bench.part.ProjectionLag;
import io.nexum.bench.part.Rebuild;
import io.nexum.bench.part.RestLoads;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/** Measures the program against plain JDBC and pgbench, all on one PostgreSQL server in one run. */
final class Bench {
    // In this order: what is compared comes close together, and the last ones want the program stopped.
    private static final List<Part> PARTS = List.of(
            new JdbcTransfers(),
            new Pgbench(),
            new EventStore(),
            new DayClose(),
            new RestLoads(),
            new BulkTransfers(),
            new HotAccount(),
            new ProjectionLag(),
            new LongHistories(),
            new Memory(),
            new Rebuild(),
            new ChainVerification());

    private Bench() {}

    static Set<String> partNames() {
        return PARTS.stream().map(Part::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static void run(BenchOptions options, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("nexum-bench");
        out.println("bench: its data is in " + folder + " and removed at the end");
        try (PostgresServer postgres = PostgresServer.start(folder.resolve("database"))) {
            Machine machine = Machine.thisOne(postgres.version());
            out.println(machine);
            try (BenchRun run = new BenchRun(postgres, folder, options.quick(), out)) {
                remarks(options, postgres, run);
                for (Part part : PARTS) {
                    if (options.includes(part.name())) {
                        part.measure(run);
                    }
                }
                out.println();
                out.println(machine);
                out.print(run.figures().table());
                run.figures().writeJson(options.json(), machine, run.startedAt());
                out.println("written to " + options.json().toAbsolutePath());
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void remarks(BenchOptions options, PostgresServer postgres, BenchRun run) throws Exception {
        if (options.quick()) {
            run.figures().remark("a quick run: too short for its figures to count");
        }
        if (!postgres.isDurable()) {
            run.figures().remark("this PostgreSQL trades durability for speed: the figures don't count");
        }
    }
}
