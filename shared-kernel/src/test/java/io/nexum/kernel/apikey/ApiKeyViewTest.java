package io.nexum.kernel.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.apikey.ApiKeyQuery.ApiKeyView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeyViewTest {
    private static final UUID SECRET = new UUID(0, 1);
    private static final UUID OLD = new UUID(0, 2);
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private static ApiKeyView key(Optional<Instant> expiry, Optional<Instant> oldUntil, Optional<Instant> revoked) {
        return new ApiKeyView(
                new ApiKeyId(new UUID(0, 9)),
                new ApiKeyDefinition(
                        "Payroll",
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        new ApiKeyBounds(Optional.empty(), List.of(), expiry)),
                SECRET,
                oldUntil.map(end -> new PreviousSecret(OLD, end)),
                "admin",
                NOON.minusSeconds(60),
                Optional.empty(),
                revoked);
    }

    @Test
    void a_key_counts_until_the_moment_of_its_expiry() {
        ApiKeyView key = key(Optional.of(NOON), Optional.empty(), Optional.empty());

        assertThat(key.countsAt(NOON.minusNanos(1), SECRET)).isTrue();
        assertThat(key.countsAt(NOON, SECRET)).isFalse();
    }

    @Test
    void a_replaced_secret_counts_until_the_moment_that_was_set() {
        ApiKeyView key = key(Optional.empty(), Optional.of(NOON), Optional.empty());

        assertThat(key.countsAt(NOON.minusNanos(1), OLD)).isTrue();
        assertThat(key.countsAt(NOON, OLD)).isFalse();
        assertThat(key.countsAt(NOON, SECRET)).isTrue();
        assertThat(key.countsAt(NOON, new UUID(0, 3))).isFalse();
    }

    @Test
    void no_secret_of_a_revoked_key_counts() {
        ApiKeyView key = key(Optional.empty(), Optional.of(NOON), Optional.of(NOON.minusSeconds(30)));

        assertThat(key.countsAt(NOON.minusSeconds(1), SECRET)).isFalse();
        assertThat(key.countsAt(NOON.minusSeconds(1), OLD)).isFalse();
    }
}
