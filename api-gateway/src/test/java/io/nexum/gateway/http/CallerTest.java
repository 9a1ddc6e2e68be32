package io.nexum.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.QueryContext.Consistency;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Authority;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallerTest {
    private static final Map<String, String> BODY = Map.of("amount", "12.34");

    @Test
    void without_a_key_a_command_may_be_sent_twice() {
        assertThat(caller("ann", Optional.empty()).money(Optional.empty(), BODY).idempotency())
                .isEmpty();
    }

    @Test
    void a_key_counts_from_the_header_or_the_body() {
        IdempotencyKey header = key(caller("ann", Optional.of("k1")), Optional.empty(), BODY);
        IdempotencyKey body = key(caller("ann", Optional.empty()), Optional.of("k1"), BODY);
        IdempotencyKey both = key(caller("ann", Optional.of("k1")), Optional.of("k1"), BODY);

        assertThat(List.of(body, both)).containsOnly(header);
    }

    @Test
    void two_different_keys_in_one_request_are_refused() {
        assertThatThrownBy(() -> key(caller("ann", Optional.of("k1")), Optional.of("k2"), BODY))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().field()).isEqualTo("idempotency_key"));
    }

    @Test
    void keys_of_different_users_never_meet() {
        assertThat(key(caller("ann", Optional.of("k1")), Optional.empty(), BODY).key())
                .isNotEqualTo(key(caller("bob", Optional.of("k1")), Optional.empty(), BODY)
                        .key());
    }

    @Test
    void another_body_has_another_fingerprint() {
        assertThat(key(caller("ann", Optional.of("k1")), Optional.empty(), BODY).fingerprint())
                .isNotEqualTo(key(caller("ann", Optional.of("k1")), Optional.empty(), Map.of("amount", "12.35"))
                        .fingerprint())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void a_key_that_is_too_long_or_not_printable_is_refused() {
        for (String bad : List.of("", "k".repeat(Caller.MAX_KEY_LENGTH + 1), "a\u0000b", "a\nb")) {
            assertThatThrownBy(() -> key(caller("ann", Optional.of(bad)), Optional.empty(), BODY))
                    .isInstanceOf(RefusedException.class);
        }
        assertThat(key(caller("u".repeat(64), Optional.of("k".repeat(Caller.MAX_KEY_LENGTH))), Optional.empty(), BODY)
                        .key())
                .hasSizeLessThanOrEqualTo(IdempotencyKey.MAX_LENGTH);
    }

    private static IdempotencyKey key(Caller caller, Optional<String> bodyKey, Object body) {
        return caller.money(bodyKey, body).idempotency().orElseThrow();
    }

    private static Caller caller(String user, Optional<String> header) {
        return new Caller(
                TenantId.DEFAULT,
                user,
                Authority.ALL,
                "correlation",
                Instant.EPOCH,
                "POST /transactions/deposit",
                Consistency.STRONG,
                false,
                header);
    }
}
