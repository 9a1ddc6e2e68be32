package io.nexum.gateway.security;

import io.nexum.gateway.database.TenantStores;
import io.nexum.gateway.http.TooManyRequests;
import io.nexum.gateway.settings.LoginPolicy;
import io.nexum.kernel.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts attempts to log in, and refuses those that come too soon after others that failed. An attempt is counted
 * before it is decided, in one statement, so that many at once, through whichever nodes, are as many as one after the
 * other; a success forgets them.
 *
 * <p>A name that nobody has is counted like any other. An address from which the user came in lately is counted apart
 * from all others, so that a stranger who keeps failing on purpose locks out strangers and not the user.
 */
final class LoginAttempts {
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    private static final Duration ADDRESS_KNOWN_FOR = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final TenantStores stores;
    private final LoginPolicy policy;
    private final Clock clock;
    private final Double[] delays;

    LoginAttempts(DataSource program, TenantStores stores, LoginPolicy policy, Clock clock) {
        this.jdbc = JdbcClient.create(program);
        this.stores = stores;
        this.policy = policy;
        this.clock = clock;
        this.delays = IntStream.rangeClosed(1, policy.lockAfter())
                .mapToObj(failures -> policy.delayAfter(failures).toMillis() / 1000.0)
                .toArray(Double[]::new);
    }

    /**
     * An attempt that may be decided.
     *
     * @param failures how many there were in a row if this is one too
     */
    record Attempt(String door, int failures) {}

    /**
     * Counts an attempt as failed until {@link #succeeded} says otherwise.
     *
     * @throws TooManyRequests if it comes too soon
     */
    Attempt begin(TenantId tenant, String username, String address) {
        String door =
                doorOf(tenant, username, knows(tenant, username, address) ? Optional.of(address) : Optional.empty());
        Instant now = clock.instant();
        Optional<Integer> failures = jdbc.sql("""
                        INSERT INTO login_attempt AS a (door, failures, refused_until, last_at)
                        VALUES (:door, 1, :now + make_interval(secs => (:delays::float8[])[1]), :now)
                        ON CONFLICT (door) DO UPDATE SET
                            failures = CASE WHEN a.last_at < :forgotten THEN 1 ELSE a.failures + 1 END,
                            refused_until = :now + make_interval(secs => (:delays::float8[])[
                                CASE WHEN a.last_at < :forgotten THEN 1 ELSE least(a.failures + 1, :most) END]),
                            last_at = :now
                        WHERE a.refused_until <= :now
                        RETURNING failures
                        """)
                .param("door", door)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("delays", delays)
                .param("most", delays.length)
                .param("forgotten", now.minus(FORGOTTEN_AFTER).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional();
        return new Attempt(door, failures.orElseThrow(() -> tooSoon(door, now)));
    }

    private TooManyRequests tooSoon(String door, Instant now) {
        Duration wait = jdbc.sql("SELECT refused_until FROM login_attempt WHERE door = :door")
                .param("door", door)
                .query(OffsetDateTime.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ofSeconds(1));
        return new TooManyRequests("too-many-failed-logins", "too many failed logins; try again later", wait);
    }

    boolean locks(Attempt attempt) {
        return attempt.failures() >= policy.lockAfter();
    }

    void succeeded(Attempt attempt) {
        forget(attempt.door());
    }

    /** For an attempt that could not be decided. */
    void takeBack(Attempt attempt) {
        jdbc.sql("UPDATE login_attempt SET failures = failures - 1, refused_until = :now WHERE door = :door")
                .param("door", attempt.door())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Notes that the user came in from an address. */
    void cameFrom(TenantId tenant, UUID user, String address) {
        of(tenant)
                .sql("""
                        INSERT INTO known_address (tenant, user_id, address, seen_at)
                        VALUES (:tenant, :user, :address, :now)
                        ON CONFLICT (user_id, address) DO UPDATE SET seen_at = EXCLUDED.seen_at
                        """)
                .param("tenant", tenant.value())
                .param("user", user)
                .param("address", address)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lets a user try anew from everywhere. */
    void forgetAll(TenantId tenant, UUID user, String username) {
        forget(doorOf(tenant, username, Optional.empty()));
        of(tenant)
                .sql("SELECT address FROM known_address WHERE tenant = :tenant AND user_id = :user")
                .param("tenant", tenant.value())
                .param("user", user)
                .query(String.class)
                .list()
                .forEach(address -> forget(doorOf(tenant, username, Optional.of(address))));
    }

    void removeOld() {
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM login_attempt WHERE last_at < :long_ago")
                .param("long_ago", now.minus(FORGOTTEN_AFTER).atOffset(ZoneOffset.UTC))
                .update();
        stores.all()
                .forEach(store -> JdbcClient.create(store.owner())
                        .sql("DELETE FROM known_address WHERE seen_at < :long_ago")
                        .param("long_ago", now.minus(ADDRESS_KNOWN_FOR).atOffset(ZoneOffset.UTC))
                        .update());
    }

    /** The same statement for a name that nobody has, so that the time doesn't tell. */
    private boolean knows(TenantId tenant, String username, String address) {
        return stores.find(tenant)
                .map(store -> JdbcClient.create(store.of(tenant))
                        .sql("""
                                SELECT EXISTS (
                                    SELECT FROM known_address k
                                    JOIN user_account u ON u.tenant = k.tenant AND u.id = k.user_id
                                    WHERE u.tenant = :tenant AND u.username = :username AND k.address = :address)
                                """)
                        .param("tenant", tenant.value())
                        .param("username", username)
                        .param("address", address)
                        .query(Boolean.class)
                        .single())
                .orElse(false);
    }

    private JdbcClient of(TenantId tenant) {
        return JdbcClient.create(stores.of(tenant));
    }

    private void forget(String door) {
        jdbc.sql("DELETE FROM login_attempt WHERE door = :door")
                .param("door", door)
                .update();
    }

    private static String doorOf(TenantId tenant, String username, Optional<String> address) {
        return DigestUtils.sha256Hex(tenant + "\n" + username + "\n" + address.orElse("anywhere else"));
    }
}
