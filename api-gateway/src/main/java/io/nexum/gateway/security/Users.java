package io.nexum.gateway.security;

import io.nexum.gateway.database.TenantStores;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.user.UserId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who may log in: names, passwords and whether they count. Who the users are and what they may do is told elsewhere;
 * that part creates credentials here, bars them and ends sessions.
 */
public final class Users {
    private static final int ONE_TIME_PASSWORD_BYTES = 15;

    private final TenantStores stores;
    private final Passwords passwords;
    private final Sessions sessions;
    private final LoginAttempts attempts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Users(TenantStores stores, Passwords passwords, Sessions sessions, LoginAttempts attempts, Clock clock) {
        this.stores = stores;
        this.passwords = passwords;
        this.sessions = sessions;
        this.attempts = attempts;
        this.clock = clock;
    }

    record User(
            TenantId tenant,
            UUID id,
            String username,
            String passwordHash,
            boolean barred,
            boolean passwordChangeRequired) {
        UserId userId() {
            return new UserId(id);
        }

        private static User of(ResultSet row, int number) throws SQLException {
            return new User(
                    new TenantId(row.getString("tenant")),
                    row.getObject("id", UUID.class),
                    row.getString("username"),
                    row.getString("password_hash"),
                    row.getBoolean("barred"),
                    row.getBoolean("password_change_required"));
        }
    }

    /**
     * Looks at a password before there is anybody whose it is.
     *
     * @throws RefusedException if it is not sound, naming the field {@code password}
     */
    public static void mustBeSound(String username, String password) {
        PasswordRules.soundFor(username, "password", password);
    }

    /**
     * Makes credentials with a password that the user knows already.
     *
     * @throws RefusedException if the password is not sound, naming the field {@code password}, or the name is taken
     */
    public void create(TenantId tenant, UUID id, String username, String password) {
        insert(tenant, id, username, PasswordRules.soundFor(username, "password", password), false);
    }

    /**
     * Makes credentials with a random password that is good for one thing: choosing another.
     *
     * @return the password, which is kept nowhere
     * @throws RefusedException if the name is taken
     */
    public String createWithOneTimePassword(TenantId tenant, UUID id, String username) {
        byte[] secret = new byte[ONE_TIME_PASSWORD_BYTES];
        random.nextBytes(secret);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        insert(tenant, id, username, password, true);
        return password;
    }

    /** The user of a name. Names are unique within a tenant. */
    public Optional<UUID> idOf(TenantId tenant, String username) {
        return named(tenant, username).map(User::id);
    }

    /** Keeps the user out until {@link #admit}, and ends every session: at once on this node, shortly on others. */
    public void bar(TenantId tenant, UUID id) {
        setBarred(tenant, id, true);
        endSessions(tenant, id);
    }

    /** Lets the user in again, and forgets failed logins. */
    public void admit(TenantId tenant, UUID id) {
        setBarred(tenant, id, false);
        find(tenant, id).ifPresent(this::forgetFailures);
    }

    /** Ends every session of the user. */
    public void endSessions(TenantId tenant, UUID id) {
        find(tenant, id).ifPresent(user -> sessions.revokeAll(user.tenant(), user.id()));
    }

    /** Of a tenant that isn't there, nobody is. */
    Optional<User> named(TenantId tenant, String username) {
        return stores.find(tenant)
                .flatMap(store -> JdbcClient.create(store.of(tenant))
                        .sql("SELECT * FROM user_account WHERE tenant = :tenant AND username = :username")
                        .param("tenant", tenant.value())
                        .param("username", username)
                        .query(User::of)
                        .optional());
    }

    Optional<User> find(TenantId tenant, UUID id) {
        return jdbc(tenant)
                .sql("SELECT * FROM user_account WHERE tenant = :tenant AND id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .query(User::of)
                .optional();
    }

    /** Several nodes may start at once on a new database; one of them adds the user. */
    User namedOrNew(TenantId tenant, String username, String password) {
        return named(tenant, username).orElseGet(() -> {
            add(tenant, UUID.randomUUID(), username, passwords.hash(password), false);
            return named(tenant, username).orElseThrow();
        });
    }

    /** Voids a token that a new password can be chosen with. */
    public void voidReset(TenantId tenant, UUID id) {
        jdbc(tenant)
                .sql("DELETE FROM password_reset WHERE tenant = :tenant AND user_id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .update();
    }

    /** Sets a password that its user chose, voids a token to choose another, and ends the sessions but one. */
    void changePassword(User user, String password, Optional<UUID> sessionThatStays) {
        jdbc(user.tenant())
                .sql("""
                        UPDATE user_account
                        SET password_hash = :hash, password_change_required = false, changed_at = :at
                        WHERE tenant = :tenant AND id = :id
                        """)
                .param("tenant", user.tenant().value())
                .param("id", user.id())
                .param("hash", passwords.hash(password))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        voidReset(user.tenant(), user.id());
        sessionThatStays.ifPresentOrElse(
                stays -> sessions.revokeOthers(user.tenant(), user.id(), stays),
                () -> sessions.revokeAll(user.tenant(), user.id()));
    }

    void forgetFailures(User user) {
        attempts.forgetAll(user.tenant(), user.id(), user.username());
    }

    private void insert(TenantId tenant, UUID id, String username, String password, boolean oneTime) {
        if (!add(tenant, id, username, passwords.hash(password), oneTime)) {
            throw new RefusedException(new AlreadyTaken("username", username));
        }
    }

    private boolean add(TenantId tenant, UUID id, String username, String passwordHash, boolean oneTime) {
        int added = jdbc(tenant)
                .sql("""
                        INSERT INTO user_account
                            (tenant, id, username, password_hash, password_change_required, created_at, changed_at)
                        VALUES (:tenant, :id, :username, :hash, :one_time, :at, :at)
                        ON CONFLICT (tenant, username) DO NOTHING
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("username", username)
                .param("hash", passwordHash)
                .param("one_time", oneTime)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return added == 1;
    }

    long count(TenantId tenant) {
        return stores.find(tenant)
                .map(store -> JdbcClient.create(store.of(tenant))
                        .sql("SELECT count(*) FROM user_account WHERE tenant = :tenant")
                        .param("tenant", tenant.value())
                        .query(Long.class)
                        .single())
                .orElse(0L);
    }

    private void setBarred(TenantId tenant, UUID id, boolean barred) {
        jdbc(tenant)
                .sql("UPDATE user_account SET barred = :barred WHERE tenant = :tenant AND id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .param("barred", barred)
                .update();
    }

    private JdbcClient jdbc(TenantId tenant) {
        return JdbcClient.create(stores.of(tenant));
    }
}
