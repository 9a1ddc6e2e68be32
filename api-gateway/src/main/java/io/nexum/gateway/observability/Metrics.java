package io.nexum.gateway.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.nexum.gateway.http.RequestListener;
import io.nexum.gateway.http.ServedRequest;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.Posting;
import io.nexum.kernel.ledger.Side;
import io.nexum.kernel.log.EventKey;
import io.nexum.kernel.log.LogListener;
import io.nexum.kernel.money.Currency;
import io.nexum.query.log.LogLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The numbers of this node. Each meter is made once and then found by a look into a map: nothing on the way of a request
 * waits for another. Money is counted as a floating-point number, which is good for a graph and for nothing else.
 */
final class Metrics implements LogListener, RequestListener, CommandListener {
    private static final Duration[] BOUNDS =
            List.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000).stream()
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);
    private static final double[] BATCH_BOUNDS = {1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000};

    private final MeterRegistry registry;
    private final Timer append;
    private final DistributionSummary batchUnits;
    private final DistributionSummary batchEvents;
    private final MultiGauge heads;
    private final MultiGauge lagEvents;
    private final MultiGauge lagSeconds;
    private final Map<CommandKey, Timer> commands = new ConcurrentHashMap<>();
    private final Map<RequestKey, Timer> requests = new ConcurrentHashMap<>();
    private final Map<String, Counter> rejected = new ConcurrentHashMap<>();
    private final Map<Currency, Counter> posted = new ConcurrentHashMap<>();

    private record CommandKey(String command, Ending ending) {}

    private record RequestKey(String method, Optional<String> route, int status) {}

    Metrics(MeterRegistry registry) {
        this.registry = registry;
        this.append = timer("nexum.append", "how long the appender took for a batch", Tags.empty());
        this.batchUnits = summary("nexum.append.batch.units", "commands in a batch of the appender");
        this.batchEvents = summary("nexum.append.batch.events", "events in a batch of the appender");
        this.heads = gauges("nexum.chain.head", "where a tenant's log ends");
        this.lagEvents = gauges("nexum.projection.lag.events", "events that the read models don't show yet");
        this.lagSeconds = gauges(
                "nexum.projection.lag.seconds", "how long the first event that they don't show has been in the log");
    }

    /** Shows how many commands wait for the appender. */
    void queue(IntSupplier depth) {
        Gauge.builder("nexum.append.queue.depth", depth, IntSupplier::getAsInt)
                .description("commands that wait for the appender")
                .register(registry);
    }

    /** Shows how far the read models are. */
    void levels(List<LogLevel> levels) {
        show(heads, levels, LogLevel::head);
        show(lagEvents, levels, LogLevel::lag);
        show(lagSeconds, levels, level -> level.age().toMillis() / 1_000.0);
    }

    private static void show(MultiGauge gauge, List<LogLevel> levels, ToDoubleFunction<LogLevel> value) {
        gauge.register(
                levels.stream()
                        .map(level -> MultiGauge.Row.of(
                                Tags.of("tenant", level.tenant().value()), level, value))
                        .toList(),
                true);
    }

    @Override
    public void appended(TenantId tenant, long headPosition) {
        // The heads are read from the database when somebody asks: other nodes append too.
    }

    @Override
    public void worked(TenantId tenant, int units, int events, Duration took, Supplier<List<EventKey>> firsts) {
        append.record(took);
        batchUnits.record(units);
        batchEvents.record(events);
    }

    @Override
    public void recorded(TenantId tenant, List<DomainEvent> events) {
        for (DomainEvent event : events) {
            if (event instanceof Posting posting) {
                posting.lines().stream()
                        .filter(line -> line.side() == Side.DEBIT)
                        .map(JournalLine::amount)
                        .forEach(amount -> find(posted, amount.currency(), this::postedIn)
                                .increment(amount.amount().doubleValue()));
            }
        }
    }

    @Override
    public void answered(
            String command, CommandContext context, Ending ending, Optional<String> reason, Duration took) {
        find(commands, new CommandKey(command, ending), this::commandTimer).record(took);
        reason.ifPresent(why -> find(rejected, why, this::rejectedFor).increment());
    }

    @Override
    public void served(ServedRequest request) {
        find(requests, new RequestKey(request.method(), request.route(), request.status()), this::requestTimer)
                .record(request.took());
    }

    /** A look first: it takes no lock, and the meter is there all but the first time. */
    private static <K, M> M find(Map<K, M> meters, K key, Function<K, M> make) {
        M meter = meters.get(key);
        return meter == null ? meters.computeIfAbsent(key, make) : meter;
    }

    private Timer commandTimer(CommandKey key) {
        return timer(
                "nexum.command",
                "how long a command took until its events were durable",
                Tags.of("command", key.command(), "outcome", Json.wireName(key.ending())));
    }

    private Timer requestTimer(RequestKey key) {
        return timer(
                "http.server.requests",
                "how long a request took",
                Tags.of(
                        "method",
                        key.method(),
                        "uri",
                        key.route().orElse("none"),
                        "status",
                        Integer.toString(key.status())));
    }

    private Counter rejectedFor(String reason) {
        return Counter.builder("nexum.commands.rejected")
                .description("commands that the bank refused")
                .tag("reason", reason)
                .register(registry);
    }

    private Counter postedIn(Currency currency) {
        return Counter.builder("nexum.money.posted")
                .description("debits of the journal lines that were posted")
                .tag("currency", currency.toString())
                .register(registry);
    }

    private Timer timer(String name, String description, Tags tags) {
        return Timer.builder(name)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    private DistributionSummary summary(String name, String description) {
        return DistributionSummary.builder(name)
                .description(description)
                .serviceLevelObjectives(BATCH_BOUNDS)
                .register(registry);
    }

    private MultiGauge gauges(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }
}
