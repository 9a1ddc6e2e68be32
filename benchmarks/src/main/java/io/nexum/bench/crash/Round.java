package io.nexum.bench.crash;

import io.nexum.kernel.money.Currency;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Load and a close of days, a kill, a restart, the unanswered requests again, and the books compared. */
final class Round {
    private static final int VIOLATIONS_SHOWN = 20;
    private static final long EARLIEST_KILL_MS = 500;
    private static final Duration LOAD_AFTER_KILL = Duration.ofSeconds(2);
    private static final Duration RETRY_PATIENCE = Duration.ofSeconds(60);
    private static final long RETRY_INTERVAL_MS = 100;

    private final Victim victim;
    private final ExpectedBooks books;
    private final Journal journal;
    private final ClosedDays days;
    private final Map<Currency, List<String>> accounts;
    private final int loadSeconds;
    private final PrintStream out;

    Round(
            Victim victim,
            ExpectedBooks books,
            Journal journal,
            ClosedDays days,
            Map<Currency, List<String>> accounts,
            int loadSeconds,
            PrintStream out) {
        this.victim = victim;
        this.books = books;
        this.journal = journal;
        this.days = days;
        this.accounts = accounts;
        this.loadSeconds = loadSeconds;
        this.out = out;
    }

    /** @return whether the books are right */
    boolean play(int number, Victim.Target target, Random random) throws IOException, InterruptedException {
        Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Set<String> before = books.transactions();
        out.println("round " + number + ": load, and " + days.count() + " days are closed");
        CrashLoad load = new CrashLoad(victim.clients(), books, journal, "crash-" + number);
        load.start(source -> new Orders(accounts, source), random);
        days.ask(victim.clients());
        long killAfterMs = EARLIEST_KILL_MS + random.nextLong(loadSeconds * 1_000L);
        Thread.sleep(killAfterMs);
        out.println("  after " + killAfterMs + " ms killed " + victim.kill(target, random));
        if (target == Victim.Target.POSTGRES) {
            Thread.sleep(LOAD_AFTER_KILL);
        }
        load.stop();

        boolean byItself = victim.recover();
        out.println("  " + (byItself ? "the program came back by itself" : "the program was started again") + " within "
                + sinceKill(startedAt, killAfterMs).toMillis() + " ms");
        List<String> violations = new ArrayList<>(load.wrong());
        violations.addAll(retry(load.unanswered()));
        Set<String> acknowledged = new HashSet<>(books.transactions());
        acknowledged.removeAll(before);
        out.println("  " + load.granted() + " granted, " + load.refused() + " refused, "
                + load.unanswered().size() + " unanswered and asked again; " + acknowledged.size() + " transactions");
        violations.addAll(days.violations(victim.client(), startedAt));
        violations.addAll(new Verification(victim, books).violations(startedAt, acknowledged));
        violations.stream().limit(VIOLATIONS_SHOWN).forEach(violation -> out.println("  VIOLATION: " + violation));
        out.println("  " + (violations.isEmpty() ? "books right" : violations.size() + " violations") + " ("
                + Duration.between(startedAt, Instant.now()).toSeconds() + " s)");
        return violations.isEmpty();
    }

    private static Duration sinceKill(Instant startedAt, long killAfterMs) {
        return Duration.between(startedAt.plusMillis(killAfterMs), Instant.now());
    }

    /** Asks each again with its own key until it is answered. */
    private List<String> retry(List<Request> unanswered) throws InterruptedException {
        List<String> violations = new ArrayList<>();
        Instant giveUpAt = Instant.now().plus(RETRY_PATIENCE);
        for (Request request : unanswered) {
            Request.Outcome outcome = request.ask(victim.client(), books, journal);
            while (outcome instanceof Request.Outcome.Unanswered
                    && Instant.now().isBefore(giveUpAt)) {
                Thread.sleep(RETRY_INTERVAL_MS);
                outcome = request.ask(victim.client(), books, journal);
            }
            switch (outcome) {
                case Request.Outcome.Unanswered _ -> violations.add(request + " is never answered");
                case Request.Outcome.Wrong(String what) -> violations.add(what);
                case Request.Outcome.Granted _, Request.Outcome.Refused _ -> {}
            }
        }
        return violations;
    }
}
