package io.nexum.gateway.security;

import io.nexum.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may log in. */
final class Users {
    private final JdbcClient jdbc;

    Users(DataSource program) {
        this.jdbc = JdbcClient.create(program);
    }

    record User(TenantId tenant, UUID id, String username, String passwordHash) {
        private static User of(ResultSet row, int number) throws SQLException {
            return new User(
                    new TenantId(row.getString("tenant")),
                    row.getObject("id", UUID.class),
                    row.getString("username"),
                    row.getString("password_hash"));
        }
    }

    /** User names are unique within a tenant. */
    Optional<User> named(TenantId tenant, String username) {
        return jdbc.sql("""
                        SELECT tenant, id, username, password_hash FROM user_account
                        WHERE tenant = :tenant AND username = :username
                        """)
                .param("tenant", tenant.value())
                .param("username", username)
                .query(User::of)
                .optional();
    }

    /** Several nodes may start at once on a new database; one of them adds the user. */
    User add(TenantId tenant, String username, String passwordHash, Instant at) {
        jdbc.sql("""
                        INSERT INTO user_account (tenant, id, username, password_hash, created_at, changed_at)
                        VALUES (:tenant, :id, :username, :hash, :at, :at) ON CONFLICT (tenant, username) DO NOTHING
                        """)
                .param("tenant", tenant.value())
                .param("id", UUID.randomUUID())
                .param("username", username)
                .param("hash", passwordHash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return named(tenant, username).orElseThrow();
    }

    long count(TenantId tenant) {
        return jdbc.sql("SELECT count(*) FROM user_account WHERE tenant = :tenant")
                .param("tenant", tenant.value())
                .query(Long.class)
                .single();
    }

    void changePassword(UUID user, String passwordHash, Instant at) {
        jdbc.sql("UPDATE user_account SET password_hash = :hash, changed_at = :at WHERE id = :id")
                .param("id", user)
                .param("hash", passwordHash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
