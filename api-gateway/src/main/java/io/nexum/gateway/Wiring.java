package io.nexum.gateway;

import io.nexum.command.CommandSettings;
import io.nexum.command.CommandSide;
import io.nexum.command.store.key.KeyReport;
import io.nexum.command.store.key.KeyRotation;
import io.nexum.command.store.key.KeyStore;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.privacy.PersonalKeys;
import io.nexum.gateway.settings.Settings;
import io.nexum.gateway.tenant.ApiCalls;
import io.nexum.gateway.tenant.MeteredCommands;
import io.nexum.gateway.tenant.QuotaGuard;
import io.nexum.gateway.tenant.TenantOpening;
import io.nexum.gateway.tenant.Tenants;
import io.nexum.kernel.Commands;
import io.nexum.query.QuerySettings;
import io.nexum.query.QuerySide;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** How the parts hang together. Spring closes them in the opposite order. */
@Configuration(proxyBeanMethods = false)
class Wiring {
    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    static KeyStore keyStore(Database database, Settings settings) {
        return PersonalKeys.open(database, settings);
    }

    @Bean
    static KeyRotation keyRotation(Database database, KeyStore keys, Settings settings) {
        return PersonalKeys.rotation(database, keys, settings);
    }

    @Bean
    static KeyReport keyReport(Database database) {
        return new KeyReport(database.program());
    }

    /** Starts before the command side, to be told of each append. */
    @Bean
    static QuerySide querySide(Database database, KeyStore keys) {
        return QuerySide.start(database.owner(), database.program(), QuerySettings.defaults(), keys);
    }

    @Bean
    static Tenants tenants(QuerySide querySide, Settings settings) {
        return new Tenants(querySide, settings.tenants().several());
    }

    @Bean
    static CommandSide commandSide(
            Database database, Settings settings, KeyStore keys, QuerySide querySide, Tenants tenants, Clock clock) {
        CommandSide commands = CommandSide.start(
                database.program(),
                new CommandSettings(
                        settings.timeZone(),
                        settings.rateMaxAge(),
                        settings.idempotencyRetention(),
                        settings.aggregatesCached(),
                        settings.appendQueueUnits(),
                        settings.snapshotEvery(),
                        settings.customerRetentionDays()),
                tenants::settings,
                querySide,
                keys);
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        String correlation = UUID.randomUUID().toString();
        TenantOpening opening = new TenantOpening(commands);
        opening.openPlatform(correlation, now);
        tenants.all(Optional.empty()).forEach(tenant -> opening.open(tenant, correlation, now));
        return commands;
    }

    @Bean
    static QuotaGuard quotaGuard(Tenants tenants, QuerySide queries, Settings settings) {
        return new QuotaGuard(tenants, queries, settings.tenants().quotas());
    }

    @Bean
    static ApiCalls apiCalls(Database database) {
        return ApiCalls.start(database.program());
    }

    /** What the routes send commands to: this node, or through Axon Server whichever node has the entity. */
    @Bean
    @Primary
    static Commands commands(CommandSide commandSide, QuotaGuard quotas, Settings settings) {
        Commands all =
                settings.axonServer().<Commands>map(commandSide::routedBy).orElse(commandSide);
        return new MeteredCommands(all, quotas);
    }

    @Bean
    static HoldSweep holdSweep(Commands commands, QuerySide queries, Tenants tenants, Settings settings, Clock clock) {
        return HoldSweep.start(commands, queries, tenants, clock, settings.holdSweep());
    }
}
