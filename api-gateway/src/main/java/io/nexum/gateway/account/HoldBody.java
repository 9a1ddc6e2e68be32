package io.nexum.gateway.account;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.account.AccountCommand.PlaceHold;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.money.Money;
import java.time.Instant;
import java.util.Optional;

/** @param expiresAt from when the money is free again by itself; absent: never */
record HoldBody(Money amount, String reason, Optional<Instant> expiresAt, Optional<String> idempotencyKey)
        implements Body {
    private static final int MAX_LENGTH = 500;

    static HoldBody read(Fields in) {
        return new HoldBody(
                in.amount("amount"),
                in.text(in.sent("reason", "description"), MAX_LENGTH),
                in.optional("expires_at", Forms::instant),
                in.idempotencyKey());
    }

    PlaceHold command(AccountId account, HoldId hold) {
        return new PlaceHold(account, hold, amount, reason, expiresAt);
    }
}
