package io.nexum.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.NexumServer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final Passwords PASSWORDS = new Passwords(PasswordCost.STANDARD);

    @Test
    void a_hash_says_that_it_was_made_at_the_cost_that_owasp_asks_for() {
        // 2^14 rounds, blocks of 8, 5 of them side by side
        assertThat(PASSWORDS.hash("correct horse")).startsWith("$" + "e0805" + "$");
    }

    @Test
    void a_password_is_known_by_its_hash_alone() {
        String hash = PASSWORDS.hash("correct horse");

        assertThat(PASSWORDS.matches("correct horse", Optional.of(hash))).isTrue();
        assertThat(PASSWORDS.matches("battery staple", Optional.of(hash))).isFalse();
        assertThat(PASSWORDS.hash("correct horse")).isNotEqualTo(hash);
    }

    @Test
    void nobody_has_a_password() {
        assertThat(PASSWORDS.matches("the password of nobody", Optional.empty()))
                .isFalse();
    }

    @Test
    void a_hash_that_was_made_at_another_cost_is_still_known() {
        String cheap = new Passwords(NexumServer.CHEAP).hash("correct horse");

        assertThat(PASSWORDS.matches("correct horse", Optional.of(cheap))).isTrue();
    }
}
