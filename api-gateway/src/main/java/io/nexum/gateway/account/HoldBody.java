package io.nexum.gateway.account;

import io.nexum.gateway.request.MoneyRequest;
import io.nexum.gateway.request.Name;
import io.nexum.kernel.account.AccountCommand.PlaceHold;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.money.Money;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;

/** @param expiresAt from when the money is free again by itself; absent: never */
record HoldBody(
        @Positive Money amount,
        @Name({"reason", "description"}) @Size(max = 500) String reason,
        Optional<Instant> expiresAt,
        Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
        implements MoneyRequest {
    PlaceHold command(AccountId account, HoldId hold) {
        return new PlaceHold(account, hold, amount, reason, expiresAt);
    }
}
