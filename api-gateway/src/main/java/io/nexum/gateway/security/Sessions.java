package io.nexum.gateway.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nexum.gateway.database.TenantStores;
import io.nexum.gateway.security.Users.User;
import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;

/**
 * Logins and how long they last. A session lives on as long as its refresh token is used in time; each use replaces the
 * token, and one that comes a second time was stolen or lost, so it ends the session.
 */
final class Sessions {
    /** How long another node may take for granted that a session still counts. */
    private static final Duration RECHECK = Duration.ofSeconds(5);

    private static final Duration KEPT_AFTER_END = Duration.ofDays(30);
    private static final int SESSIONS_CACHED = 100_000;
    private static final int SECRET_BYTES = 32;
    private static final Base64StringKeyGenerator SECRETS =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), SECRET_BYTES);

    private static final String SESSIONS = """
            SELECT s.id, u.tenant, s.user_id, u.username, s.created_at, s.expires_at, s.revoked_at,
                coalesce(s.refreshed_at, s.created_at) AS last_used_at, u.barred, u.password_change_required
            FROM session s JOIN user_account u ON u.tenant = s.tenant AND u.id = s.user_id
            """;

    private final TenantStores stores;
    private final SessionSeal seal;
    private final Duration lifetime;
    private final Clock clock;
    private final Cache<UUID, Standing> standings = Caffeine.newBuilder()
            .maximumSize(SESSIONS_CACHED)
            .expireAfterWrite(RECHECK)
            .build();

    Sessions(TenantStores stores, SessionSeal seal, Duration lifetime, Clock clock) {
        this.seal = seal;
        this.stores = stores;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** @param lastUsedAt when it was opened or its tokens were renewed last */
    record Session(
            UUID id,
            TenantId tenant,
            UUID userId,
            String username,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt,
            boolean ended,
            boolean passwordChangeRequired) {
        private static Session of(ResultSet row, int number) throws SQLException {
            return new Session(
                    row.getObject("id", UUID.class),
                    new TenantId(row.getString("tenant")),
                    row.getObject("user_id", UUID.class),
                    row.getString("username"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getObject("last_used_at", OffsetDateTime.class).toInstant(),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                    row.getObject("revoked_at") != null || row.getBoolean("barred"),
                    row.getBoolean("password_change_required"));
        }

        private Session renewed(Instant at, Instant expiry) {
            return new Session(id, tenant, userId, username, createdAt, at, expiry, ended, passwordChangeRequired);
        }

        boolean countsAt(Instant now) {
            return !ended && now.isBefore(expiresAt);
        }
    }

    /** @param refreshToken told to the client and nowhere kept */
    record Opened(Session session, String refreshToken) {}

    Opened open(User user) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        String token = token(user.tenant(), id);
        jdbc(user.tenant())
                .sql("""
                        INSERT INTO session (tenant, id, user_id, refresh_token_hash, created_at, expires_at)
                        VALUES (:tenant, :id, :user, :hash, :now, :expires)
                        """)
                .param("tenant", user.tenant().value())
                .param("id", id)
                .param("user", user.id())
                .param("hash", DigestUtils.sha256(token))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", now.plus(lifetime).atOffset(ZoneOffset.UTC))
                .update();
        return new Opened(
                new Session(
                        id,
                        user.tenant(),
                        user.id(),
                        user.username(),
                        now,
                        now,
                        now.plus(lifetime),
                        false,
                        user.passwordChangeRequired()),
                token);
    }

    /** What became of a refresh token. */
    sealed interface Refreshed {
        /** It counts, and its session has a new one. */
        record Renewed(Opened opened) implements Refreshed {}

        /** It was good once; its session has ended now. */
        record Reused(Session session) implements Refreshed {}

        /** It never was good, or its session had ended before. */
        record Worthless() implements Refreshed {}
    }

    /** A new refresh token for the old one, if that counts; one that is used again ends the session. */
    Refreshed refresh(String refreshToken) {
        Optional<Session> session = RefreshToken.parse(refreshToken)
                .filter(seal::isOn)
                .filter(seal::isOn)
                .flatMap(token -> find(token.tenant(), token.session()));
        Instant now = clock.instant();
        if (session.isEmpty() || !session.get().countsAt(now)) {
            return new Refreshed.Worthless();
        }
        UUID id = session.get().id();
        TenantId tenant = session.get().tenant();
        String next = token(tenant, id);
        int refreshed = jdbc(tenant)
                .sql("""
                        UPDATE session SET refresh_token_hash = :next, refreshed_at = :now, expires_at = :expires
                        WHERE tenant = :tenant AND id = :id AND refresh_token_hash = :hash AND revoked_at IS NULL AND expires_at > :now
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("hash", DigestUtils.sha256(refreshToken))
                .param("next", DigestUtils.sha256(next))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", now.plus(lifetime).atOffset(ZoneOffset.UTC))
                .update();
        if (refreshed == 0) {
            revoke(tenant, id);
            return new Refreshed.Reused(session.get());
        }
        return new Refreshed.Renewed(new Opened(session.get().renewed(now, now.plus(lifetime)), next));
    }

    /** Of a tenant that isn't there, nothing is. */
    Optional<Session> find(TenantId tenant, UUID id) {
        return stores.find(tenant).flatMap(store -> find(store.of(tenant), tenant, id));
    }

    private static Optional<Session> find(DataSource store, TenantId tenant, UUID id) {
        return JdbcClient.create(store)
                .sql(SESSIONS + "WHERE s.tenant = :tenant AND s.id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .query(Session::of)
                .optional();
    }

    /** The user's sessions that count, the newest first. */
    Page<Session> live(TenantId tenant, UUID user, PageRequest page) {
        Instant now = clock.instant();
        String live = "WHERE u.tenant = :tenant AND u.id = :user AND NOT u.barred"
                + " AND s.revoked_at IS NULL AND s.expires_at > :now";
        List<Session> sessions = jdbc(tenant)
                .sql(SESSIONS + live + " ORDER BY s.created_at DESC, s.id LIMIT :limit OFFSET :skip")
                .param("tenant", tenant.value())
                .param("user", user)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", page.limit())
                .param("skip", page.skip())
                .query(Session::of)
                .list();
        long total = jdbc(tenant)
                .sql("SELECT count(*) FROM session s JOIN user_account u ON u.tenant = s.tenant AND u.id = s.user_id "
                        + live)
                .param("tenant", tenant.value())
                .param("user", user)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return new Page<>(sessions, page.skip(), page.limit(), total);
    }

    /** What a session is good for. */
    enum Standing {
        ENDED,
        GOOD,
        /** For choosing a password, and nothing else before that. */
        PASSWORD_CHANGE_REQUIRED
    }

    /** The session's standing: at once on this node, within {@link #RECHECK} where another node changed it. */
    Standing standing(TenantId tenant, UUID id) {
        return Objects.requireNonNull(standings.get(
                id,
                unknown -> find(tenant, unknown)
                        .filter(session -> session.countsAt(clock.instant()))
                        .map(session ->
                                session.passwordChangeRequired() ? Standing.PASSWORD_CHANGE_REQUIRED : Standing.GOOD)
                        .orElse(Standing.ENDED)));
    }

    /** Whether it was this that ended the session. */
    boolean revoke(TenantId tenant, UUID id) {
        int revoked = jdbc(tenant)
                .sql("UPDATE session SET revoked_at = :now WHERE tenant = :tenant AND id = :id AND revoked_at IS NULL")
                .param("tenant", tenant.value())
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        standings.put(id, Standing.ENDED);
        return revoked == 1;
    }

    /**
     * Ends the user's sessions but one, as after a change of password.
     *
     * @return how many counted until then
     */
    int revokeOthers(TenantId tenant, UUID user, UUID but) {
        int revoked = jdbc(tenant)
                .sql("""
                        UPDATE session SET revoked_at = :now
                        WHERE tenant = :tenant AND user_id = :user AND id <> :but AND revoked_at IS NULL AND expires_at > :now
                        """)
                .param("tenant", tenant.value())
                .param("user", user)
                .param("but", but)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        standings.invalidateAll();
        return revoked;
    }

    /** Ends all of the user's sessions, and tells how many counted until then. */
    int revokeAll(TenantId tenant, UUID user) {
        int revoked = jdbc(tenant)
                .sql("UPDATE session SET revoked_at = :now"
                        + " WHERE tenant = :tenant AND user_id = :user AND revoked_at IS NULL AND expires_at > :now")
                .param("tenant", tenant.value())
                .param("user", user)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        standings.invalidateAll();
        return revoked;
    }

    /** Forgets sessions that ended long ago. */
    void removeOld() {
        stores.all()
                .forEach(store -> JdbcClient.create(store.owner())
                        .sql("DELETE FROM session WHERE expires_at < :long_ago")
                        .param("long_ago", clock.instant().minus(KEPT_AFTER_END).atOffset(ZoneOffset.UTC))
                        .update());
    }

    private JdbcClient jdbc(TenantId tenant) {
        return JdbcClient.create(stores.of(tenant));
    }

    private String token(TenantId tenant, UUID session) {
        return new RefreshToken(tenant, session, seal.of(tenant, session), SECRETS.generateKey()).text();
    }
}
