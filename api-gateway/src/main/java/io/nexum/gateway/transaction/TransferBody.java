package io.nexum.gateway.transaction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.MoneyRequest;
import io.nexum.kernel.account.AccountId;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** Money that goes from one account to another; the amount is in the sender's currency. */
record TransferBody(
        AccountId fromAccountId,
        AccountId toAccountId,
        @JsonUnwrapped InstructionFields order,
        Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
        implements MoneyRequest {}
