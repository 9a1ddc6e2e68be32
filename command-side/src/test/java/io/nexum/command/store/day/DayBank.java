package io.nexum.command.store.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.nexum.command.CommandSettings;
import io.nexum.command.CommandSide;
import io.nexum.command.TestDatabase;
import io.nexum.command.TestKeys;
import io.nexum.command.WrittenLog;
import io.nexum.kernel.Command;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.day.DayCommand.OpenBusinessDate;
import io.nexum.kernel.day.DayRun;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.rate.RateCommand.QuoteRate;
import io.nexum.kernel.rate.RateEvent.RateQuoted;
import io.nexum.kernel.rate.RateId;
import io.nexum.kernel.store.SharedStore;
import io.nexum.kernel.tenant.TenantSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process of a bank whose rates are quoted when a day is closed. */
final class DayBank implements AutoCloseable {
    static final TenantId TENANT = TenantId.DEFAULT;

    /** The first day that is closed; all rates are of the day before. */
    static final LocalDate FIRST = LocalDate.of(2024, 1, 30);

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final List<String> CURRENCIES = List.of(
            "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EGP", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS", "INR",
            "JPY", "KES", "KRW", "MAD", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PLN", "RON", "SEK", "SGD",
            "THB", "TRY", "UAH", "USD", "VND", "ZAR");

    final DailyQuotes step;
    final SharedStore store;
    private final HikariDataSource pool;
    private final CommandSide side;

    DayBank(TestDatabase database) {
        this(database, database.program(), new DailyQuotes());
    }

    DayBank(TestDatabase database, DataSource connections, DailyQuotes step) {
        this.step = step;
        HikariConfig config = new HikariConfig();
        config.setDataSource(connections);
        config.setMaximumPoolSize(12);
        pool = new HikariDataSource(config);
        store = database.store(pool);
        side = CommandSide.start(
                store,
                CommandSettings.defaults(),
                tenant -> TenantSettings.NONE,
                (tenant, position) -> {},
                TestKeys.of(store),
                List.of(step));
    }

    /** Rates that take part, and a business date. */
    DayBank withRates(TestDatabase database, int count) throws Exception {
        List<String> pairs = pairs(count);
        List<Future<?>> quoted = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            pairs.forEach(pair -> quoted.add(threads.submit(() -> quote(pair, "1", FIRST.minusDays(1)))));
        }
        for (Future<?> done : quoted) {
            done.get();
        }
        JdbcClient.create(database.owner())
                .sql("INSERT INTO claim (tenant, kind, value, position) SELECT ?, 'open_rate', unnest(?::text[]), 1")
                .params(TENANT.value(), pairs.toArray(String[]::new))
                .update();
        send(new OpenBusinessDate(FIRST));
        return this;
    }

    /** Pairs of currencies, in the order of their names. */
    static List<String> pairs(int count) {
        return CURRENCIES.stream()
                .flatMap(base ->
                        CURRENCIES.stream().filter(quote -> !quote.equals(base)).map(quote -> base + "-" + quote))
                .limit(count)
                .toList();
    }

    void quote(String pair, String rate, LocalDate date) {
        send(new QuoteRate(new ExchangeRate(
                new RateId(UUID.randomUUID()),
                Currency.of(pair.substring(0, 3)),
                Currency.of(pair.substring(4)),
                new BigDecimal(rate),
                "a test",
                DailyQuotes.noon(date))));
    }

    <R> R send(Command<R> command) {
        return side.send(command, context()).answer();
    }

    static CommandContext context() {
        return CommandContext.of(TENANT, "tester", "a test", Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    EndOfDay days() {
        return side.endOfDay();
    }

    /** Closes days and returns when they are, or the run has ended for another reason. */
    DayRun close(LocalDate through) {
        days().close(TENANT, through, "tester");
        return ended();
    }

    DayRun ended() {
        DayRun run = days().await(TENANT, LONG).orElseThrow();
        assertThat(run.isUnderWay()).as("%s", run).isFalse();
        return run;
    }

    LocalDate businessDate() {
        return side.day(TENANT).date().orElseThrow();
    }

    /** Each pair is quoted once for each day up to the last one that is closed, and the log is sound. */
    static void mustBeClosedThrough(TestDatabase database, int count, LocalDate last) {
        Map<String, List<LocalDate>> quoted = new HashMap<>();
        pairs(count).forEach(pair -> quoted.put(pair, new ArrayList<>()));
        WrittenLog.of(database).mustBeSound().events().stream()
                .flatMap(event -> event instanceof RateQuoted rate ? Stream.of(rate.rate()) : Stream.empty())
                .filter(rate -> rate.source().equals(DailyQuotes.SOURCE))
                .forEach(rate -> {
                    LocalDate date = LocalDate.ofInstant(rate.quotedAt(), ZoneOffset.UTC);
                    assertThat(rate.rate())
                            .isEqualByComparingTo(BigDecimal.valueOf(2 + date.toEpochDay() - FIRST.toEpochDay()));
                    Objects.requireNonNull(quoted.get(rate.base() + "-" + rate.quote()))
                            .add(date);
                });
        List<LocalDate> all = IntStream.rangeClosed(0, (int) (last.toEpochDay() - FIRST.toEpochDay()))
                .mapToObj(FIRST::plusDays)
                .toList();
        assertThat(quoted).allSatisfy((pair, dates) -> assertThat(dates).isEqualTo(all));
    }

    @Override
    public void close() {
        side.close();
        pool.close();
    }
}
