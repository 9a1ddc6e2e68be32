package io.nexum.kernel.customer;

import io.nexum.kernel.privacy.Personal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** @param expiresAt from when a verified status counts as expired */
public record Kyc(
        KycStatus status,
        KycTier tier,
        @Personal List<String> documents,
        Optional<Instant> verifiedAt,
        Optional<Instant> expiresAt) {
    public static final Kyc UNKNOWN =
            new Kyc(KycStatus.NONE, KycTier.NONE, List.of(), Optional.empty(), Optional.empty());

    public Kyc withDocuments(List<String> others) {
        return new Kyc(status, tier, others, verifiedAt, expiresAt);
    }

    /** The status at an instant: a verified customer whose expiry has passed is expired. */
    public KycStatus statusAt(Instant at) {
        boolean lapsed = expiresAt.isPresent() && !at.isBefore(expiresAt.get());
        return status == KycStatus.VERIFIED && lapsed ? KycStatus.EXPIRED : status;
    }
}
