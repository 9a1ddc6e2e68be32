package io.nexum.gateway.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nexum.gateway.access.Grants;
import io.nexum.gateway.access.SignedIn;
import io.nexum.gateway.access.UserIdentity;
import io.nexum.gateway.security.Users.User;
import io.nexum.gateway.settings.OidcSettings;
import io.nexum.gateway.tenant.Tenants;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.role.RoleId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Makes of a token of the identity provider the user whom it names. The provider says who somebody is; what they may do
 * is told by their roles in the bank, unless the settings have the provider name the roles.
 */
final class ProviderUsers implements Converter<Jwt, SignedIn> {
    private static final Duration RECHECK = Duration.ofSeconds(4);
    private static final int USERS_CACHED = 20_000;
    private static final int MOST_ROLES = 50;
    /** As names are made here: none that the log uses for keys or for those who run the installation. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}");

    private final OidcSettings settings;
    private final Users users;
    private final Tenants tenants;
    private final Grants grants;
    private final Cache<Named, Optional<User>> known = Caffeine.newBuilder()
            .maximumSize(USERS_CACHED)
            .expireAfterWrite(RECHECK)
            .build();

    ProviderUsers(OidcSettings settings, Users users, Tenants tenants, Grants grants) {
        this.settings = settings;
        this.users = users;
        this.tenants = tenants;
        this.grants = grants;
    }

    private record Named(TenantId tenant, String username) {}

    /** @throws InvalidBearerTokenException if nobody of that name may come in to that bank */
    @Override
    public SignedIn convert(Jwt token) {
        Named named = new Named(tenant(token), text(token, settings.usernameClaim()));
        Optional<User> user =
                Objects.requireNonNull(known.get(named, name -> users.named(name.tenant(), name.username())));
        return new SignedIn(settings.rolesClaim()
                .map(claim -> withRoles(token, claim, named, user))
                .orElseGet(() -> ofTheBank(token, named, user)));
    }

    private UserIdentity ofTheBank(Jwt token, Named named, Optional<User> known) {
        User user = mustBeLetIn(known.orElseThrow(ProviderUsers::nobody));
        Authority authority = grants.of(named.tenant(), user.id());
        if (authority.equals(Authority.NOTHING)) {
            // Whoever was kept out since may do nothing, at once; this tells them from who has no roles.
            mustBeLetIn(users.named(named.tenant(), named.username()).orElseThrow(ProviderUsers::nobody));
        }
        return identity(token, named.tenant(), user.id(), user.username(), authority);
    }

    /** The bank need not know the user, but whom it keeps out stays out. */
    private UserIdentity withRoles(Jwt token, String claim, Named named, Optional<User> known) {
        known.ifPresent(ProviderUsers::mustBeLetIn);
        String name = named.username();
        if (!NAME.matcher(name).matches() || name.toLowerCase(Locale.ROOT).endsWith("@" + TenantId.DEFAULT)) {
            throw nobody();
        }
        UUID id = known.map(User::id)
                .orElseGet(() -> named("user", named.tenant().value(), text(token, JwtClaimNames.SUB)));
        return identity(token, named.tenant(), id, name, grants.of(named.tenant(), roles(token, claim)));
    }

    private UserIdentity identity(Jwt token, TenantId tenant, UUID user, String username, Authority authority) {
        return new UserIdentity(tenant, user, username, session(token), authority, false);
    }

    /** The provider's session where it names one, so that what is noted once a login is not noted once a token. */
    private UUID session(Jwt token) {
        String session = token.getClaimAsString("sid");
        String login = session != null ? session : token.getId();
        return login != null
                ? named("login", text(token, JwtClaimNames.SUB), login)
                : named("login", text(token, JwtClaimNames.SUB), String.valueOf(token.getIssuedAt()));
    }

    private UUID named(String... parts) {
        String name = settings.issuer() + "\n" + String.join("\n", parts);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private TenantId tenant(Jwt token) {
        try {
            TenantId tenant = TenantId.ofCode(text(token, settings.tenantClaim()));
            return tenants.find(tenant).orElseThrow(ProviderUsers::nobody).id();
        } catch (IllegalArgumentException e) {
            throw nobody();
        }
    }

    private static Set<RoleId> roles(Jwt token, String claim) {
        Set<RoleId> roles = new TreeSet<>();
        if (claim(token, claim) instanceof Collection<?> names) {
            names.stream().limit(MOST_ROLES).forEach(name -> role(name).ifPresent(roles::add));
        }
        return roles;
    }

    /** A provider's roles are for many programs; what can be no role of ours is one of theirs. */
    private static Optional<RoleId> role(Object name) {
        try {
            return Optional.of(RoleId.of(String.valueOf(name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(Jwt token, String name) {
        if (claim(token, name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw nobody();
    }

    /** A claim by its name, or by a path of names as in {@code realm_access.roles}. */
    private static @Nullable Object claim(Jwt token, String name) {
        if (token.hasClaim(name)) {
            return token.getClaim(name);
        }
        Object at = token.getClaims();
        for (String part : name.split("\\.", -1)) {
            at = at instanceof Map<?, ?> inside ? inside.get(part) : null;
        }
        return at;
    }

    private static User mustBeLetIn(User user) {
        if (user.barred()) {
            throw nobody();
        }
        return user;
    }

    private static InvalidBearerTokenException nobody() {
        return new InvalidBearerTokenException("the token names nobody who may come in");
    }
}
