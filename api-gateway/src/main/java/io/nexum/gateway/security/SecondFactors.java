package io.nexum.gateway.security;

import io.nexum.gateway.security.Users.User;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.login.LoginRefusal.TotpIsOff;
import io.nexum.kernel.login.LoginRefusal.TotpIsOn;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.kernel.store.Stores;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The secrets that users' codes are made of, and the codes for those who lost the device. */
final class SecondFactors {
    private static final int SECRET_BYTES = 20; // as long as the hash, as RFC 4226 recommends
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_CODE_BYTES = 10;
    private static final String FIELD = "totp_secret";

    private final Stores stores;
    private final PersonalData keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(Stores stores, PersonalData keys, Clock clock) {
        this.stores = stores;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Makes a secret, which counts once it is confirmed. An earlier one that was not is gone.
     *
     * @throws RefusedException if the user has one that counts
     */
    byte[] enrol(User user) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String plain = Base64.getEncoder().encodeToString(secret);
        int made = jdbc(user.tenant())
                .sql("""
                        INSERT INTO second_factor AS f (tenant, user_id, sealed_secret) VALUES (:tenant, :user, :sealed)
                        ON CONFLICT (tenant, user_id) DO UPDATE SET sealed_secret = EXCLUDED.sealed_secret
                        WHERE f.confirmed_at IS NULL
                        """)
                .param("tenant", user.tenant().value())
                .param("user", user.id())
                .param("sealed", keys.seal(user.tenant(), subject(user), FIELD, plain))
                .update();
        if (made == 0) {
            throw new RefusedException(new TotpIsOn());
        }
        return secret;
    }

    /**
     * From here on the user's logins ask for a code.
     *
     * @return recovery codes, which are told once; empty if the code is wrong
     * @throws RefusedException if there is nothing to confirm
     */
    Optional<List<String>> confirm(User user, String code) {
        byte[] secret = secret(user, false).orElseThrow(() -> new RefusedException(new TotpIsOff()));
        OptionalLong step = Totp.stepOf(secret, code, clock.instant());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        List<String> codes = newRecoveryCodes();
        int kept = jdbc(user.tenant())
                .sql("""
                        WITH confirmed AS (
                            UPDATE second_factor SET confirmed_at = :now, last_step = :step
                            WHERE tenant = :tenant AND user_id = :user AND confirmed_at IS NULL
                            RETURNING tenant, user_id)
                        INSERT INTO recovery_code (tenant, user_id, code_hash)
                        SELECT tenant, user_id, decode(unnest(:hashes::text[]), 'hex') FROM confirmed
                        """)
                .param("tenant", user.tenant().value())
                .param("user", user.id())
                .param("step", step.getAsLong())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param(
                        "hashes",
                        codes.stream()
                                .map(made -> HexFormat.of().formatHex(hash(made)))
                                .toArray(String[]::new))
                .update();
        return kept == RECOVERY_CODES ? Optional.of(codes) : Optional.empty();
    }

    /** Whether a login asks for a code. */
    boolean isOn(User user) {
        return jdbc(user.tenant())
                .sql("""
                        SELECT EXISTS (SELECT FROM second_factor
                            WHERE tenant = :tenant AND user_id = :user AND confirmed_at IS NOT NULL)
                        """)
                .param("tenant", user.tenant().value())
                .param("user", user.id())
                .query(Boolean.class)
                .single();
    }

    /** Takes a code that is right, newer than the last one, and so never taken before. */
    boolean accepts(User user, String code) {
        OptionalLong step = secret(user, true)
                .map(secret -> Totp.stepOf(secret, code, clock.instant()))
                .orElseGet(OptionalLong::empty);
        return step.isPresent()
                && jdbc(user.tenant())
                                .sql("""
                        UPDATE second_factor SET last_step = :step
                        WHERE tenant = :tenant AND user_id = :user AND last_step < :step
                        """)
                                .param("tenant", user.tenant().value())
                                .param("user", user.id())
                                .param("step", step.getAsLong())
                                .update()
                        == 1;
    }

    /** How many recovery codes are left after this one; empty if it is none. */
    OptionalInt acceptsRecovery(User user, String code) {
        int taken = jdbc(user.tenant())
                .sql("""
                        DELETE FROM recovery_code WHERE tenant = :tenant AND user_id = :user AND code_hash = :hash
                        """)
                .param("tenant", user.tenant().value())
                .param("user", user.id())
                .param("hash", hash(code))
                .update();
        return taken == 1 ? OptionalInt.of(recoveryCodes(user)) : OptionalInt.empty();
    }

    /** Logins ask for the password alone again. Whether there was something to take off. */
    boolean remove(TenantId tenant, UUID user) {
        int removed = jdbc(tenant)
                .sql("""
                        WITH codes AS (DELETE FROM recovery_code WHERE tenant = :tenant AND user_id = :user)
                        DELETE FROM second_factor WHERE tenant = :tenant AND user_id = :user
                        """)
                .param("tenant", tenant.value())
                .param("user", user)
                .update();
        return removed == 1;
    }

    private Optional<byte[]> secret(User user, boolean confirmed) {
        return jdbc(user.tenant())
                .sql("""
                        SELECT sealed_secret FROM second_factor
                        WHERE tenant = :tenant AND user_id = :user AND (confirmed_at IS NOT NULL) = :confirmed
                        """)
                .param("tenant", user.tenant().value())
                .param("user", user.id())
                .param("confirmed", confirmed)
                .query(String.class)
                .optional()
                .flatMap(text -> keys.open(user.tenant(), subject(user), FIELD, text))
                .map(Base64.getDecoder()::decode);
    }

    private List<String> newRecoveryCodes() {
        return IntStream.range(0, RECOVERY_CODES)
                .mapToObj(number -> {
                    byte[] bytes = new byte[RECOVERY_CODE_BYTES];
                    random.nextBytes(bytes);
                    return Totp.base32(bytes).replaceAll("(.{4})(?=.)", "$1-");
                })
                .toList();
    }

    private int recoveryCodes(User user) {
        return jdbc(user.tenant())
                .sql("SELECT count(*) FROM recovery_code WHERE tenant = :tenant AND user_id = :user")
                .param("tenant", user.tenant().value())
                .param("user", user.id())
                .query(Integer.class)
                .single();
    }

    /** People type them in small letters and without hyphens. */
    private static byte[] hash(String code) {
        return DigestUtils.sha256(code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    private static StreamId subject(User user) {
        return StreamId.of("user", user.id());
    }

    private JdbcClient jdbc(TenantId tenant) {
        return JdbcClient.create(stores.of(tenant));
    }
}
