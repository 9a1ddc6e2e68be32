package io.nexum.gateway.account;

import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.MoneyRequest;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionCommand.CaptureHold;
import io.nexum.kernel.transaction.TransactionId;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * @param amount absent: all that is left of the hold
 * @param releaseRemainder whether what is left after it is freed; absent: it is
 */
record CaptureBody(
        Optional<@Positive Money> amount,
        @Default("true") boolean releaseRemainder,
        Optional<@Size(max = 500) String> description,
        Optional<@Size(max = 100) String> reference,
        Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
        implements MoneyRequest {
    CaptureHold command(AccountId account, HoldId hold, TransactionId transaction) {
        return new CaptureHold(
                account,
                hold,
                transaction,
                amount,
                releaseRemainder,
                description.orElse("Capture of hold " + hold),
                reference);
    }
}
