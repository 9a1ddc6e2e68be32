package io.nexum.gateway.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nexum.gateway.access.Identity;
import io.nexum.gateway.access.KeyIdentity;
import io.nexum.gateway.access.RefusedPermissions;
import io.nexum.gateway.access.UserIdentity;
import io.nexum.gateway.http.CorrelationId;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.AccessCommand.NotePermissionRefused;
import io.nexum.kernel.access.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Puts on record in the log of the tenant that a request was for which permission its sender lacked: each once a day of
 * a login or key. What was noted is remembered, so that a client in a loop costs no writes. That it can't be written
 * changes no answer.
 */
@Component
final class AccessRecord implements RefusedPermissions {
    private static final Logger LOG = LoggerFactory.getLogger(AccessRecord.class);
    private static final int REFUSALS_REMEMBERED = 100_000;
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Commands commands;
    private final Clock clock;
    private final Cache<Refused, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(REFUSALS_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();

    AccessRecord(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    private record Refused(TenantId tenant, UUID credential, Permission permission, LocalDate day) {}

    @Override
    public void saw(Identity identity, Permission permission, HttpServletRequest request) {
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        UUID credential = switch (identity) {
            case UserIdentity user -> user.session();
            case KeyIdentity key -> key.keyId();
        };
        Refused refused =
                new Refused(identity.tenant(), credential, permission, LocalDate.ofInstant(now, ZoneOffset.UTC));
        if (noted.getIfPresent(refused) != null) {
            return;
        }
        try {
            commands.send(
                    new NotePermissionRefused(
                            credential, identity.username(), permission, operation(request), refused.day()),
                    CommandContext.of(identity.tenant(), identity.username(), CorrelationId.of(request), now));
            noted.put(refused, true);
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} of {} lacked the permission {}; the log doesn't know",
                    credential,
                    identity.tenant(),
                    permission,
                    e);
        }
    }

    /** The route's template, never the path: that has ids in it. */
    private static String operation(HttpServletRequest request) {
        return request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }
}
