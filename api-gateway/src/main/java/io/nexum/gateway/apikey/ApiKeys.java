package io.nexum.gateway.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nexum.gateway.access.KeyIdentity;
import io.nexum.gateway.apikey.ApiKeySecrets.Secret;
import io.nexum.gateway.settings.AddressRange;
import io.nexum.gateway.tenant.Tenants;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.QueryContext.Consistency;
import io.nexum.kernel.Refusal.Kind;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.apikey.ApiKeyId;
import io.nexum.kernel.apikey.ApiKeyQuery.ApiKeyView;
import io.nexum.kernel.apikey.ApiKeyQuery.GetApiKey;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which keys count. Asked at every request, so a key that was found good is remembered for a moment; a change counts at
 * once on the node that made it, and on others within {@link #RECHECK}. What was found bad is not remembered.
 */
public final class ApiKeys {
    private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
    private static final Duration RECHECK = Duration.ofSeconds(4);
    private static final int KEYS_CACHED = 20_000;

    private final Tenants tenants;
    private final Queries queries;
    private final ApiKeySecrets secrets;
    private final ApiKeyUse use;
    private final Clock clock;
    private final Cache<Name, Known> good = Caffeine.newBuilder()
            .maximumSize(KEYS_CACHED)
            .expireAfterWrite(RECHECK)
            .build();

    ApiKeys(Tenants tenants, Queries queries, ApiKeySecrets secrets, ApiKeyUse use, Clock clock) {
        this.tenants = tenants;
        this.queries = queries;
        this.secrets = secrets;
        this.use = use;
        this.clock = clock;
    }

    private record Name(TenantId tenant, ApiKeyId key) {}

    private record Known(ApiKeyView key, List<Secret> secrets, List<AddressRange> allowed) {
        private static Known of(ApiKeyView key, List<Secret> secrets) {
            List<AddressRange> allowed = key.definition().bounds().allowedAddresses().stream()
                    .map(AddressRange::parse)
                    .toList();
            return new Known(key, secrets, allowed);
        }

        private boolean accepts(String hash, Instant now) {
            return secrets.stream().anyMatch(secret -> secret.is(hash) && key.countsAt(now, secret.id()));
        }

        private boolean allows(InetAddress address) {
            return allowed.isEmpty() || allowed.stream().anyMatch(range -> range.contains(address));
        }
    }

    /**
     * The machine that a key was given to. Empty, and for no reason that is told, if the key doesn't count or may not be
     * used from there.
     */
    Optional<KeyIdentity> of(ApiKeyText sent, InetAddress from) {
        Instant now = clock.instant();
        Name name = new Name(sent.tenant(), sent.key());
        String hash = sent.hash();
        Known known = good.getIfPresent(name);
        if (known == null || !known.accepts(hash, now)) {
            // A lock on the name, so that what is forgotten meanwhile is not remembered afterwards.
            known = good.asMap().compute(name, (n, other) -> {
                Known found = other != null && other.accepts(hash, now) ? other : look(name, hash, now);
                return found == null ? other : found; // a wrong guess leaves what is known
            });
        }
        if (known == null || !known.accepts(hash, now)) {
            return Optional.empty();
        }
        if (!known.allows(from)) {
            LOG.warn("API key {} of {} came from an address that is not allowed to it", sent.key(), sent.tenant());
            return Optional.empty();
        }
        use.note(sent.tenant(), sent.key(), now);
        return Optional.of(new KeyIdentity(
                sent.tenant(),
                sent.key().value(),
                known.key().definition().authority().within(sent.tenant()),
                known.key().definition().bounds()));
    }

    /** To be told when a key was changed, after the read side shows it. */
    void forget(TenantId tenant, ApiKeyId key) {
        good.invalidate(new Name(tenant, key));
    }

    /** Only for a secret that is ours the read side is asked, and waited for if it doesn't know the secret yet. */
    private @Nullable Known look(Name name, String hash, Instant now) {
        if (tenants.find(name.tenant()).isEmpty()) {
            return null;
        }
        List<Secret> ours = secrets.of(name.tenant(), name.key());
        if (ours.stream().noneMatch(secret -> secret.is(hash))) {
            return null;
        }
        return find(name, Consistency.EVENTUAL)
                .map(key -> Known.of(key, ours))
                .filter(known -> known.accepts(hash, now))
                .or(() -> find(name, Consistency.STRONG).map(key -> Known.of(key, ours)))
                .filter(known -> known.accepts(hash, now))
                .orElse(null);
    }

    private Optional<ApiKeyView> find(Name name, Consistency consistency) {
        try {
            return Optional.of(queries.ask(new GetApiKey(name.key()), new QueryContext(name.tenant(), consistency)));
        } catch (RefusedException e) {
            if (e.refusal().kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
