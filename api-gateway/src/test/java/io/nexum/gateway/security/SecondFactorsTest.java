package io.nexum.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.gateway.NexumServer;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.privacy.PersonalKeys;
import io.nexum.gateway.security.Users.User;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes as time goes by. */
class SecondFactorsTest {
    private final NexumServer server = NexumServer.running();
    private final Database database;
    private final User user;
    private final SecondFactors factors;
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");

    SecondFactorsTest() throws IOException {
        database = server.database();
        String name = Credentials.freshName();
        Credentials.create(name, "the first password");
        user = Credentials.with(users -> users.named(TenantId.DEFAULT, name)).orElseThrow();
        InstantSource source = () -> now;
        factors = new SecondFactors(
                database.stores(), PersonalKeys.open(database, server.settings()), source.withZone(ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static String code(byte[] secret, Instant at) {
        return Totp.code(secret, Totp.step(at));
    }

    private byte[] turnedOn() {
        byte[] secret = factors.enrol(user);
        assertThat(factors.confirm(user, code(secret, now))).isPresent();
        return secret;
    }

    @Test
    void a_code_is_good_once_and_so_is_every_older_one() {
        byte[] secret = turnedOn();
        assertThat(factors.accepts(user, code(secret, now))).isFalse();

        Instant before = now;
        now = now.plusSeconds(30);
        assertThat(factors.accepts(user, code(secret, now))).isTrue();
        assertThat(factors.accepts(user, code(secret, now))).isFalse();
        assertThat(factors.accepts(user, code(secret, before))).isFalse();

        now = now.plusSeconds(30);
        assertThat(factors.accepts(user, code(secret, now))).isTrue();
    }

    @Test
    void a_clock_may_be_one_step_off_and_no_more() {
        byte[] secret = turnedOn();
        now = now.plusSeconds(600);

        assertThat(factors.accepts(user, code(secret, now.minusSeconds(60)))).isFalse();
        assertThat(factors.accepts(user, code(secret, now.plusSeconds(60)))).isFalse();
        assertThat(factors.accepts(user, code(secret, now.minusSeconds(30)))).isTrue();
        assertThat(factors.accepts(user, code(secret, now.plusSeconds(30)))).isTrue();
    }

    @Test
    void nothing_is_asked_for_until_it_is_confirmed() {
        byte[] first = factors.enrol(user);
        byte[] second = factors.enrol(user);
        assertThat(factors.isOn(user)).isFalse();
        assertThat(factors.accepts(user, code(second, now))).isFalse();
        assertThat(factors.confirm(user, code(first, now))).isEmpty();

        assertThat(factors.confirm(user, code(second, now))).isPresent();

        assertThat(factors.isOn(user)).isTrue();
        assertThatThrownBy(() -> factors.enrol(user)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> factors.confirm(user, code(second, now))).isInstanceOf(RefusedException.class);
    }

    @Test
    void a_recovery_code_is_good_once_however_it_is_typed() {
        byte[] secret = factors.enrol(user);
        List<String> codes = factors.confirm(user, code(secret, now)).orElseThrow();
        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"));

        String typed = codes.getFirst().replace("-", "").toLowerCase(Locale.ROOT);
        assertThat(factors.acceptsRecovery(user, typed)).hasValue(9);
        assertThat(factors.acceptsRecovery(user, codes.getFirst())).isEmpty();
        assertThat(factors.acceptsRecovery(user, "AAAA-AAAA-AAAA-AAAA")).isEmpty();
    }

    @Test
    void what_is_taken_off_is_gone_with_its_recovery_codes() {
        byte[] secret = factors.enrol(user);
        String recovery = factors.confirm(user, code(secret, now)).orElseThrow().getFirst();
        assertThat(factors.remove(user.tenant(), user.id())).isTrue();

        assertThat(factors.isOn(user)).isFalse();
        assertThat(factors.acceptsRecovery(user, recovery)).isEmpty();
        assertThat(factors.remove(user.tenant(), user.id())).isFalse();
    }

    @Test
    void the_database_holds_no_secret_in_clear() {
        byte[] secret = turnedOn();
        String stored = JdbcClient.create(database.stores().of(TenantId.DEFAULT))
                .sql("SELECT sealed_secret FROM second_factor WHERE tenant = 'default' AND user_id = :user")
                .param("user", user.id())
                .query(String.class)
                .single();

        assertThat(stored)
                .startsWith("enc1:")
                .doesNotContain(Base64.getEncoder().encodeToString(secret), Totp.base32(secret));
    }
}
