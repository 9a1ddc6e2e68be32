package io.nexum.gateway.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets several nodes on one database count together. Each counts by itself, so a request costs no write; once in a
 * while it adds what it granted to what all have, with one statement, and takes what the others granted off its own
 * budgets. For as long as that takes, each node can grant a whole budget.
 */
final class SharedUse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SharedUse.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    /** A statement stays small; what is left out of one comes with the next. */
    private static final int MOST_BUDGETS = 10_000;

    private final RateLimits limits;
    private final JdbcClient database;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("rate-limits").unstarted(this::run);
    private Map<String, Total> seen = Map.of();

    /** What all nodes together have granted of a budget within a minute of the database's clock. */
    private record Total(long minute, long used) {}

    SharedUse(RateLimits limits, DataSource program) {
        this.limits = limits;
        this.database = JdbcClient.create(program);
    }

    SharedUse start() {
        thread.start();
        return this;
    }

    private void run() {
        try {
            while (!stop.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                exchangeOrLog();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void exchangeOrLog() {
        try {
            exchange();
        } catch (RuntimeException e) {
            LOG.warn("The nodes can't count together right now, so each has the whole of the rate limits", e);
        }
    }

    /** Tells the others what was granted here, and learns what they granted of the same budgets. */
    void exchange() {
        // All nodes lock the rows in the same order.
        List<Map.Entry<Budget, Long>> mine = limits.takeRecentUse().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().key()))
                .collect(Collectors.toCollection(ArrayList::new));
        Map<String, Total> totals = new HashMap<>();
        for (int from = 0; from < mine.size(); from += MOST_BUDGETS) {
            totals.putAll(add(mine.subList(from, Math.min(from + MOST_BUDGETS, mine.size()))));
        }
        mine.forEach(entry -> {
            Budget budget = entry.getKey();
            Total now = totals.get(budget.key());
            Total before = seen.get(budget.key());
            if (now != null) {
                long known = before != null && before.minute() == now.minute() ? before.used() : 0;
                long elsewhere = now.used() - known - entry.getValue();
                if (elsewhere > 0) {
                    limits.usedElsewhere(budget, elsewhere);
                }
            }
        });
        remember(totals);
    }

    /** Keeps the totals of this minute only. */
    private void remember(Map<String, Total> totals) {
        long minute = totals.values().stream().mapToLong(Total::minute).max().orElse(0);
        Map<String, Total> kept = new HashMap<>(totals);
        seen.forEach((key, total) -> {
            if (total.minute() >= minute) {
                kept.putIfAbsent(key, total);
            }
        });
        if (seen.values().stream().anyMatch(total -> total.minute() < minute)) {
            database.sql("DELETE FROM rate_limit_use WHERE minute < :minute - 1")
                    .param("minute", minute)
                    .update();
        }
        seen = kept;
    }

    private Map<String, Total> add(List<Map.Entry<Budget, Long>> use) {
        Map<String, Total> totals = new HashMap<>();
        database.sql("""
                        INSERT INTO rate_limit_use (budget, minute, used)
                        SELECT unnest(:budgets), floor(extract(epoch FROM now()) / 60), unnest(:used)
                        ON CONFLICT (budget, minute) DO UPDATE SET used = rate_limit_use.used + excluded.used
                        RETURNING budget, minute, used
                        """)
                .param(
                        "budgets",
                        use.stream().map(entry -> entry.getKey().key()).toArray(String[]::new))
                .param("used", use.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .query((row, number) ->
                        totals.put(row.getString("budget"), new Total(row.getLong("minute"), row.getLong("used"))))
                .list();
        return totals;
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
