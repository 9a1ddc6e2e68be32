package io.nexum.kernel.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KycTest {
    private static final Instant EXPIRY = Instant.parse("2026-06-30T00:00:00Z");

    @Test
    void a_verified_customer_is_expired_from_the_instant_of_expiry() {
        Kyc kyc = kyc(KycStatus.VERIFIED, Optional.of(EXPIRY));

        assertThat(kyc.statusAt(EXPIRY.minusNanos(1))).isEqualTo(KycStatus.VERIFIED);
        assertThat(kyc.statusAt(EXPIRY)).isEqualTo(KycStatus.EXPIRED);
        assertThat(kyc.statusAt(EXPIRY.plusSeconds(1))).isEqualTo(KycStatus.EXPIRED);
    }

    @Test
    void a_verification_without_expiry_stays() {
        assertThat(kyc(KycStatus.VERIFIED, Optional.empty()).statusAt(Instant.MAX))
                .isEqualTo(KycStatus.VERIFIED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VERIFIED")
    void only_what_was_verified_expires(KycStatus status) {
        assertThat(kyc(status, Optional.of(EXPIRY)).statusAt(EXPIRY.plusSeconds(1)))
                .isEqualTo(status);
    }

    private static Kyc kyc(KycStatus status, Optional<Instant> expiresAt) {
        return new Kyc(status, KycTier.TIER_1, List.of("passport"), Optional.empty(), expiresAt);
    }
}
