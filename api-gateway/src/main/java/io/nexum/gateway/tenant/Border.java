package io.nexum.gateway.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nexum.gateway.access.Identity;
import io.nexum.gateway.access.KeyIdentity;
import io.nexum.gateway.access.UserIdentity;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.tenant.TenantAccessCommand.NoteAdministratorEntered;
import io.nexum.kernel.tenant.TenantAccessCommand.NoteForeignTenantRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts on record who acts for another tenant than their own, and who tried to. What was noted is remembered, so that it
 * costs a write once a login and not once a request, and nobody can fill the log with it.
 */
final class Border {
    private static final Logger LOG = LoggerFactory.getLogger(Border.class);
    private static final int CREDENTIALS_REMEMBERED = 100_000;
    private static final Duration REMEMBERED = Duration.ofHours(12);
    private static final int MAX_NAME_LENGTH = 64;

    private final Commands commands;
    private final Clock clock;
    private final Cache<Visit, Boolean> entered = Caffeine.newBuilder()
            .maximumSize(CREDENTIALS_REMEMBERED)
            .expireAfterAccess(REMEMBERED)
            .build();
    private final Cache<UUID, Set<String>> refused = Caffeine.newBuilder()
            .maximumSize(CREDENTIALS_REMEMBERED)
            .expireAfterAccess(REMEMBERED)
            .build();

    Border(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    private record Visit(UUID session, TenantId tenant) {}

    /** Returns when it is on record in the log of the tenant that is acted for. */
    void entered(UserIdentity acting, String correlation) {
        Visit visit = new Visit(acting.session(), acting.tenant());
        if (entered.getIfPresent(visit) == null) {
            commands.send(
                    new NoteAdministratorEntered(acting.session(), acting.username()), context(acting, correlation));
            entered.put(visit, true);
        }
    }

    /** Notes it in the log of the one who asked; that it can't be noted doesn't change the answer. */
    void refused(Identity identity, String asked, String correlation) {
        UUID credential = switch (identity) {
            case UserIdentity user -> user.session();
            case KeyIdentity key -> key.keyId();
        };
        String name = asked.length() > MAX_NAME_LENGTH ? asked.substring(0, MAX_NAME_LENGTH) : asked;
        Set<String> noted = Objects.requireNonNull(refused.get(credential, c -> ConcurrentHashMap.newKeySet()));
        if (noted.size() < NoteForeignTenantRefused.MOST_NOTED && noted.add(name)) {
            try {
                commands.send(
                        new NoteForeignTenantRefused(credential, identity.username(), name),
                        context(identity, correlation));
            } catch (RuntimeException e) {
                LOG.warn(
                        "{} of {} asked for the tenant {}; the log doesn't know",
                        identity.username(),
                        identity.tenant(),
                        name,
                        e);
            }
        }
    }

    private CommandContext context(Identity identity, String correlation) {
        return CommandContext.of(
                identity.tenant(),
                identity.username(),
                correlation,
                Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
    }
}
