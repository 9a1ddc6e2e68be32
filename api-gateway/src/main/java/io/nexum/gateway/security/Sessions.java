package io.nexum.gateway.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nexum.gateway.security.Users.User;
import io.nexum.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Logins and how long they last. A session lives on as long as its refresh token is used in time; each use replaces the
 * token, and one that comes a second time was stolen or lost, so it ends the session.
 */
final class Sessions {
    /** How long another node may take for granted that a session still counts. */
    private static final Duration RECHECK = Duration.ofSeconds(5);

    private static final Duration KEPT_AFTER_END = Duration.ofDays(30);
    private static final int TOKEN_BYTES = 32;
    private static final int SESSIONS_CACHED = 100_000;

    private final JdbcClient jdbc;
    private final Duration lifetime;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<UUID, Boolean> live = Caffeine.newBuilder()
            .maximumSize(SESSIONS_CACHED)
            .expireAfterWrite(RECHECK)
            .build();

    Sessions(DataSource program, Duration lifetime, Clock clock) {
        this.jdbc = JdbcClient.create(program);
        this.lifetime = lifetime;
        this.clock = clock;
    }

    record Session(
            UUID id,
            TenantId tenant,
            UUID userId,
            String username,
            Instant createdAt,
            Instant expiresAt,
            boolean revoked) {
        private static Session of(ResultSet row, int number) throws SQLException {
            return new Session(
                    row.getObject("id", UUID.class),
                    new TenantId(row.getString("tenant")),
                    row.getObject("user_id", UUID.class),
                    row.getString("username"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                    row.getObject("revoked_at") != null);
        }

        boolean countsAt(Instant now) {
            return !revoked && now.isBefore(expiresAt);
        }
    }

    /** @param refreshToken told to the client and nowhere kept */
    record Opened(Session session, String refreshToken) {}

    Opened open(User user) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        String token = token(id);
        jdbc.sql("""
                        INSERT INTO session (id, user_id, refresh_token_hash, created_at, expires_at)
                        VALUES (:id, :user, :hash, :now, :expires)
                        """)
                .param("id", id)
                .param("user", user.id())
                .param("hash", hash(token))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", now.plus(lifetime).atOffset(ZoneOffset.UTC))
                .update();
        return new Opened(
                new Session(id, user.tenant(), user.id(), user.username(), now, now.plus(lifetime), false), token);
    }

    /** The session with a new refresh token, if the old one counts; one that is used again ends the session. */
    Optional<Opened> refresh(String refreshToken) {
        Optional<UUID> id = sessionOf(refreshToken);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String next = token(id.get());
        int refreshed = jdbc.sql("""
                        UPDATE session SET refresh_token_hash = :next, expires_at = :expires
                        WHERE id = :id AND refresh_token_hash = :hash AND revoked_at IS NULL AND expires_at > :now
                        """)
                .param("id", id.get())
                .param("hash", hash(refreshToken))
                .param("next", hash(next))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", now.plus(lifetime).atOffset(ZoneOffset.UTC))
                .update();
        if (refreshed == 0) {
            revoke(id.get());
            return Optional.empty();
        }
        return find(id.get()).map(session -> new Opened(session, next));
    }

    Optional<Session> find(UUID id) {
        return jdbc.sql("""
                        SELECT s.id, u.tenant, s.user_id, u.username, s.created_at, s.expires_at, s.revoked_at
                        FROM session s JOIN user_account u ON u.id = s.user_id
                        WHERE s.id = :id
                        """).param("id", id).query(Session::of).optional();
    }

    /** Whether the session counts: at once on this node, within {@link #RECHECK} where another node ended it. */
    boolean isLive(UUID id) {
        return Objects.requireNonNull(live.get(
                id,
                unknown -> find(unknown)
                        .filter(session -> session.countsAt(clock.instant()))
                        .isPresent()));
    }

    void revoke(UUID id) {
        jdbc.sql("UPDATE session SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        live.put(id, false);
    }

    /** Ends the user's sessions but one, as after a change of password. */
    void revokeOthers(UUID user, UUID but) {
        jdbc.sql("""
                        UPDATE session SET revoked_at = :now WHERE user_id = :user AND id <> :but AND revoked_at IS NULL
                        """)
                .param("user", user)
                .param("but", but)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        live.invalidateAll();
    }

    /** Forgets sessions that ended long ago. */
    void removeOld() {
        jdbc.sql("DELETE FROM session WHERE expires_at < :long_ago")
                .param("long_ago", clock.instant().minus(KEPT_AFTER_END).atOffset(ZoneOffset.UTC))
                .update();
    }

    private String token(UUID session) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        return session + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static Optional<UUID> sessionOf(String refreshToken) {
        try {
            int end = refreshToken.indexOf('.');
            return end < 0 ? Optional.empty() : Optional.of(UUID.fromString(refreshToken.substring(0, end)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
