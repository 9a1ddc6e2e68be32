package io.nexum.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldTest {
    private static final Instant EXPIRY = Instant.parse("2026-06-30T00:00:00Z");
    private static final Money TEN = Money.of("10.00", "USD");
    private static final Hold HOLD = new Hold(new HoldId(new UUID(0, 1)), TEN, TEN, "hotel", Optional.of(EXPIRY));

    @Test
    void a_hold_no_longer_counts_from_its_expiry() {
        assertThat(HOLD.hasExpiredAt(EXPIRY.minusNanos(1))).isFalse();
        assertThat(HOLD.hasExpiredAt(EXPIRY)).isTrue();
        assertThat(new Hold(HOLD.id(), TEN, TEN, "hotel", Optional.empty()).hasExpiredAt(Instant.MAX))
                .isFalse();
    }

    @Test
    void what_is_taken_from_a_hold_lessens_what_remains_and_not_what_it_was() {
        Hold lessened = HOLD.lessen(Money.of("4.00", "USD"));

        assertThat(lessened.remaining()).isEqualTo(Money.of("6.00", "USD"));
        assertThat(lessened.amount()).isEqualTo(TEN);
    }
}
