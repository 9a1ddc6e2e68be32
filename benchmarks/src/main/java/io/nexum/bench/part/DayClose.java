package io.nexum.bench.part;

import io.nexum.bench.BenchRun;
import io.nexum.bench.bank.BulkLoans;
import io.nexum.bench.bank.PostgresServer;
import io.nexum.bench.figure.Target;
import io.nexum.command.CommandSettings;
import io.nexum.command.CommandSide;
import io.nexum.gateway.database.Database;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.day.DayCommand.OpenBusinessDate;
import io.nexum.kernel.day.DayRun;
import io.nexum.kernel.ledger.LedgerCommand.SeedChart;
import io.nexum.kernel.tenant.TenantSettings;
import io.nexum.query.QuerySettings;
import io.nexum.query.QuerySide;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The close of a day over many entities, while the read models follow: everything on this machine. */
public final class DayClose implements Part {
    private static final String DATABASE = "nexum_bench_day";
    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final LocalDate FIRST = LocalDate.of(2024, 2, 6);
    private static final int ENTITIES = 100_000;
    private static final int A_QUICK_FEW = 5_000;
    private static final int DAYS = 3;
    private static final double TARGET_DAY_S = 15;
    private static final double TARGET_AGAIN_S = 2;
    private static final double TARGET_HEAP_MIB = 512;
    private static final double MIB = 1 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "eod";
    }

    @Override
    public void measure(BenchRun run) throws Exception {
        int entities = run.quick() ? A_QUICK_FEW : ENTITIES;
        try (Database database = run.postgres().open(run.postgres().createDatabase(DATABASE));
                QuerySide queries =
                        QuerySide.start(database.stores(), QuerySettings.defaults(), PostgresServer.keys(database));
                CommandSide commands = CommandSide.start(
                        database.stores(),
                        CommandSettings.defaults(),
                        tenant -> TenantSettings.NONE,
                        queries,
                        PostgresServer.keys(database))) {
            commands.send(new SeedChart(), context());
            run.say("close of days: making " + entities + " loans");
            long loanDays;
            try (BulkLoans loans = new BulkLoans(database.stores(), PostgresServer.keys(database), queries)) {
                loanDays = loans.make(entities, FIRST);
            }
            commands.send(new OpenBusinessDate(FIRST), context());
            awaitLevel(queries);
            measureFirst(run, commands, queries, entities, loanDays);
            for (int day = 2; day <= DAYS; day++) {
                measureDay(run, commands, queries, entities, day);
            }
            measureAgain(run, commands);
        }
        run.postgres().dropDatabase(DATABASE);
    }

    /** None of the loans was ever closed: each is worked out anew, for all days since it was paid out at once. */
    private static void measureFirst(BenchRun run, CommandSide commands, QuerySide queries, int entities, long loanDays)
            throws InterruptedException {
        String which = "first close, " + entities + " loans with " + loanDays + " days to make up for";
        run.say(which);
        double seconds = secondsOfClose(commands, FIRST);
        awaitLevel(queries);
        run.figures().add("eod_first", which, seconds, "s", Target.atMost(TARGET_DAY_S));
    }

    private static void measureDay(BenchRun run, CommandSide commands, QuerySide queries, int entities, int day)
            throws InterruptedException {
        LocalDate date = FIRST.plusDays(day - 1L);
        String which = "close of day " + day + ", " + entities + " loans, read models following";
        run.say(which);
        oldGeneration().forEach(MemoryPoolMXBean::resetPeakUsage);
        double seconds = secondsOfClose(commands, date);
        double heap = oldGeneration().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / MIB;
        long since = System.nanoTime();
        awaitLevel(queries);
        double level = seconds(since);
        String name = "eod_day" + day;
        run.figures().add(name, which, seconds, "s", Target.atMost(TARGET_DAY_S));
        run.figures().add(name + "_rate", which, entities / seconds, "loans/s");
        run.figures().add(name + "_level", which + ", level after", level, "s");
        run.figures()
                .add(
                        name + "_heap",
                        which + ", old generation at its peak",
                        heap,
                        "MiB",
                        Target.atMost(TARGET_HEAP_MIB));
    }

    /** The same day again, once by its date, and once by asking every entity whether it has it behind it. */
    private static void measureAgain(BenchRun run, CommandSide commands) {
        LocalDate last = FIRST.plusDays(DAYS - 1);
        run.figures()
                .add(
                        "eod_again",
                        "close of a day that is closed",
                        secondsOfClose(commands, last),
                        "s",
                        Target.atMost(TARGET_AGAIN_S));
        long since = System.nanoTime();
        commands.endOfDay().runSteps(TENANT, List.of("close_loans"), last, context());
        run.figures().add("eod_looked", "every entity asked again, and none changed", seconds(since), "s");
    }

    private static double secondsOfClose(CommandSide commands, LocalDate date) {
        long since = System.nanoTime();
        commands.endOfDay().close(TENANT, date, "bench");
        DayRun run = commands.endOfDay().await(TENANT, PATIENCE).orElseThrow();
        if (run.isUnderWay() || run.failure().isPresent()) {
            throw new IllegalStateException("the day was not closed: " + run);
        }
        return seconds(since);
    }

    private static void awaitLevel(QuerySide queries) throws InterruptedException {
        while (queries.levels().stream().anyMatch(level -> level.lag() > 0)) {
            Thread.sleep(20);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** What outlives a few collections; the young generation is as full as it is allowed to be. */
    private static List<MemoryPoolMXBean> oldGeneration() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getType() == MemoryType.HEAP && pool.getName().contains("Old"))
                .toList();
    }

    private static CommandContext context() {
        return CommandContext.of(TENANT, "bench", "bench", Instant.now().truncatedTo(ChronoUnit.MICROS));
    }
}
