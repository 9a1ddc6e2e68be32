package io.nexum.gateway.security;

import io.nexum.gateway.http.Caller;
import io.nexum.gateway.security.Users.User;
import io.nexum.gateway.tenant.Tenants;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.login.LoginEvent.PasswordReset;
import io.nexum.kernel.login.LoginEvent.PasswordResetIssued;
import io.nexum.kernel.store.Stores;
import io.nexum.kernel.user.UserQuery.UserView;
import io.nexum.kernel.user.UserStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * New passwords for those who lost theirs: an administrator has a token made and hands it over, and who has it chooses a
 * password. It is good once. Whoever is kept out stays out, and a second factor stays on.
 */
public final class PasswordResets {
    private final Stores stores;
    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Tenants tenants;
    private final Iterable<SecurityWatch> watches;
    private final Duration lifetime;
    private final Clock clock;

    PasswordResets(
            Stores stores,
            Users users,
            Passwords passwords,
            Sessions sessions,
            Tenants tenants,
            Iterable<SecurityWatch> watches,
            Duration lifetime,
            Clock clock) {
        this.stores = stores;
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tenants = tenants;
        this.watches = watches;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** @param token told once and kept nowhere */
    public record Issued(String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued[expiresAt=" + expiresAt + "]";
        }
    }

    /** Makes a token for the user. An earlier one doesn't count any more; the password counts until it is used. */
    public Issued issue(UserView user, Caller caller) {
        TenantId tenant = caller.tenant();
        haveCredentials(tenant, user);
        ResetToken token = ResetToken.random(tenant);
        Instant expiresAt = clock.instant().plus(lifetime).truncatedTo(ChronoUnit.MICROS);
        jdbc(tenant)
                .sql("""
                        INSERT INTO password_reset (tenant, user_id, token_hash, expires_at)
                        VALUES (:tenant, :user, :hash, :expires)
                        ON CONFLICT (tenant, user_id) DO UPDATE
                        SET token_hash = EXCLUDED.token_hash, expires_at = EXCLUDED.expires_at
                        """)
                .param("tenant", tenant.value())
                .param("user", user.id().value())
                .param("hash", token.hash())
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
        tell(
                new SecurityEvent(tenant, caller.user(), new PasswordResetIssued(user.id(), expiresAt)),
                caller.correlationId());
        return new Issued(token.text(), expiresAt);
    }

    /**
     * Sets the password, ends all sessions and forgets failed logins.
     *
     * @throws RefusedException in the same words for a wrong token, a used one and one that has expired; or if the
     *     password can't be taken, and then the token is still good
     */
    void use(ResetPasswordBody body, Origin origin) {
        ResetToken token = ResetToken.parse(body.token())
                .filter(parsed -> tenants.find(parsed.tenant()).isPresent())
                .orElseThrow(PasswordResets::worthless);
        User user = holder(token).orElseThrow(PasswordResets::worthless);
        tenants.mustBeActive(user.tenant());
        PasswordRules.soundFor(user.username(), "new_password", body.newPassword());
        if (!exchange(token, user, passwords.hash(body.newPassword()))) {
            throw worthless();
        }
        sessions.revokeAll(user.tenant(), user.id());
        users.forgetFailures(user);
        tell(
                new SecurityEvent(user.tenant(), user.username(), new PasswordReset(user.userId())),
                origin.correlationId());
    }

    /** A crash between making a user and the credentials left one without. */
    private void haveCredentials(TenantId tenant, UserView user) {
        UUID id = user.id().value();
        if (users.find(tenant, id).isEmpty()) {
            users.createWithOneTimePassword(tenant, id, user.username());
            if (user.status() != UserStatus.ACTIVE) {
                users.bar(tenant, id);
            }
        }
    }

    private Optional<User> holder(ResetToken token) {
        return jdbc(token.tenant())
                .sql("""
                        SELECT user_id FROM password_reset
                        WHERE tenant = :tenant AND token_hash = :hash AND expires_at > :now
                        """)
                .param("tenant", token.tenant().value())
                .param("hash", token.hash())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .flatMap(user -> users.find(token.tenant(), user));
    }

    /** One statement, so that of two who come at once one is too late, and the token never goes without the password. */
    private boolean exchange(ResetToken token, User user, String passwordHash) {
        int changed = jdbc(token.tenant())
                .sql("""
                        WITH used AS (
                            DELETE FROM password_reset
                            WHERE tenant = :tenant AND token_hash = :hash AND expires_at > :now
                            RETURNING user_id)
                        UPDATE user_account
                        SET password_hash = :password_hash, password_change_required = false, changed_at = :now
                        WHERE tenant = :tenant AND id = :user AND id IN (SELECT user_id FROM used)
                        """)
                .param("tenant", token.tenant().value())
                .param("hash", token.hash())
                .param("user", user.id())
                .param("password_hash", passwordHash)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return changed == 1;
    }

    private static RefusedException worthless() {
        return new RefusedException(
                new InvalidValue("token", "token is not good: it is wrong, was used or replaced, or has expired"));
    }

    private void tell(SecurityEvent event, String correlationId) {
        watches.forEach(watch -> watch.saw(event, correlationId));
    }

    private JdbcClient jdbc(TenantId tenant) {
        return JdbcClient.create(stores.of(tenant));
    }
}
