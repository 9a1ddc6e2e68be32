package io.nexum.gateway;

import io.nexum.command.CommandSettings;
import io.nexum.command.CommandSide;
import io.nexum.command.store.key.KeyReport;
import io.nexum.command.store.key.KeyRotation;
import io.nexum.command.store.key.KeyStore;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.day.NightlyClose;
import io.nexum.gateway.privacy.PersonalKeys;
import io.nexum.gateway.settings.Settings;
import io.nexum.gateway.tenant.ApiCalls;
import io.nexum.gateway.tenant.Bills;
import io.nexum.gateway.tenant.MeteredCommands;
import io.nexum.gateway.tenant.MonthlyBilling;
import io.nexum.gateway.tenant.QuotaGuard;
import io.nexum.gateway.tenant.TenantOpening;
import io.nexum.gateway.tenant.Tenants;
import io.nexum.kernel.Commands;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.LogListener;
import io.nexum.query.QuerySettings;
import io.nexum.query.QuerySide;
import io.nexum.query.ReadModelListener;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the parts hang together. Spring closes them in the opposite order. */
@Configuration(proxyBeanMethods = false)
class Wiring {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    static KeyRotation keyRotation(Database database, KeyStore keys, Settings settings) {
        return PersonalKeys.rotation(database, keys, settings);
    }

    @Bean
    static KeyReport keyReport(Database database) {
        return new KeyReport(database.stores());
    }

    /** Starts before the command side, to be told of each append. */
    @Bean
    static QuerySide querySide(Database database, Settings settings, KeyStore keys, ReadModelListener listener) {
        return QuerySide.start(
                database.stores(),
                QuerySettings.defaults().withLongestStatement(settings.web().requestTimeout()),
                keys,
                listener);
    }

    @Bean
    static Tenants tenants(QuerySide querySide, Settings settings) {
        return new Tenants(querySide, settings.tenants().several(), settings.business());
    }

    @Bean
    static CommandSide commandSide(
            Database database,
            Settings settings,
            KeyStore keys,
            List<LogListener> listeners,
            Tenants tenants,
            Clock clock) {
        CommandSide commands = CommandSide.start(
                database.stores(),
                new CommandSettings(
                        settings.timeZone(),
                        settings.rateMaxAge(),
                        settings.idempotencyRetention(),
                        settings.aggregatesCached(),
                        settings.appendQueueUnits(),
                        settings.snapshotEvery(),
                        settings.customerRetentionDays(),
                        settings.loans(),
                        settings.web().requestTimeout()),
                tenants::settings,
                LogListener.all(listeners.toArray(LogListener[]::new)),
                keys);
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        String correlation = UUID.randomUUID().toString();
        TenantOpening opening =
                new TenantOpening(database.stores(), commands, settings.days().businessDate());
        opening.openPlatform(correlation, now);
        tenants.forget(TenantId.DEFAULT); // the first commands of a new bank ask for it before it is there
        for (TenantId tenant : tenants.all(Optional.empty())) {
            try {
                opening.open(tenant, correlation, now);
            } catch (RuntimeException e) {
                LOG.error("the books of {} can't be opened; the others are served", tenant, e);
            }
        }
        return commands;
    }

    @Bean
    static QuotaGuard quotaGuard(Tenants tenants, QuerySide queries, Settings settings) {
        return new QuotaGuard(tenants, queries, settings.tenants().quotas());
    }

    @Bean
    static ApiCalls apiCalls(Database database) {
        return ApiCalls.start(database.stores());
    }

    @Bean
    static Bills bills(Database database, QuerySide queries, ApiCalls calls, Settings settings) {
        return new Bills(database.stores(), queries, calls, settings.tenants().rates());
    }

    @Bean
    static MonthlyBilling monthlyBilling(Bills bills, Tenants tenants, Clock clock) {
        return MonthlyBilling.start(bills, tenants, clock);
    }

    /** Executed within the quotas of each tenant, here or through Axon Server by whichever node has the entity. */
    @Bean
    static Commands meteredCommands(CommandSide commandSide, Settings settings, QuotaGuard quotas, QuerySide queries) {
        Commands executing =
                settings.axonServer().<Commands>map(commandSide::routedBy).orElse(commandSide);
        return new MeteredCommands(executing, quotas, queries);
    }

    @Bean
    static NightlyClose nightlyClose(
            CommandSide commandSide, Database database, Tenants tenants, Settings settings, Clock clock) {
        return new NightlyClose(
                        commandSide.endOfDay(),
                        database.stores(),
                        tenants,
                        settings.days().closeAt(),
                        settings.timeZone(),
                        clock)
                .start();
    }

    @Bean
    static HoldSweep holdSweep(Commands commands, QuerySide queries, Tenants tenants, Settings settings, Clock clock) {
        return HoldSweep.start(commands, queries, tenants, clock, settings.holdSweep());
    }
}
