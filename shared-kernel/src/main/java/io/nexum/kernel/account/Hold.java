package io.nexum.kernel.account;

import io.nexum.kernel.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * Money set aside on an account.
 *
 * @param amount what was set aside at first
 * @param remaining what of it is neither captured nor released
 * @param expiresAt from when it no longer counts
 */
public record Hold(HoldId id, Money amount, Money remaining, String reason, Optional<Instant> expiresAt) {
    public boolean hasExpiredAt(Instant at) {
        return expiresAt.isPresent() && !at.isBefore(expiresAt.get());
    }

    public Hold lessen(Money by) {
        return new Hold(id, amount, remaining.minus(by), reason, expiresAt);
    }
}
