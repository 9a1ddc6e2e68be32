package io.nexum.gateway.account;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionCommand.CaptureHold;
import io.nexum.kernel.transaction.TransactionId;
import java.util.Optional;

/**
 * @param amount absent: all that is left of the hold
 * @param releaseRemainder whether what is left after it is freed; absent: it is
 */
record CaptureBody(
        Optional<Money> amount,
        Optional<Boolean> releaseRemainder,
        Optional<String> description,
        Optional<String> reference,
        Optional<String> idempotencyKey)
        implements Body {
    private static final int MAX_LENGTH = 500;
    private static final int MAX_REFERENCE_LENGTH = 100;

    static CaptureBody read(Fields in) {
        return new CaptureBody(
                in.optionalAmount("amount"),
                in.flag("release_remainder"),
                in.optionalText("description", MAX_LENGTH),
                in.optionalText("reference", MAX_REFERENCE_LENGTH),
                in.idempotencyKey());
    }

    CaptureHold command(AccountId account, HoldId hold, TransactionId transaction) {
        return new CaptureHold(
                account,
                hold,
                transaction,
                amount,
                releaseRemainder.orElse(true),
                description.orElse("Capture of hold " + hold),
                reference);
    }
}
