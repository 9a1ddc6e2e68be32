package io.nexum.kernel.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** @param expiresAt from when a verified status counts as expired */
public record Kyc(
        KycStatus status,
        KycTier tier,
        List<String> documents,
        Optional<Instant> verifiedAt,
        Optional<Instant> expiresAt) {
    public static final Kyc UNKNOWN =
            new Kyc(KycStatus.NONE, KycTier.NONE, List.of(), Optional.empty(), Optional.empty());

    /** The status at an instant: a verified customer whose expiry has passed is expired. */
    public KycStatus statusAt(Instant at) {
        boolean lapsed = expiresAt.isPresent() && !at.isBefore(expiresAt.get());
        return status == KycStatus.VERIFIED && lapsed ? KycStatus.EXPIRED : status;
    }
}
