package io.nexum.gateway.transaction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.MoneyRequest;
import io.nexum.kernel.account.AccountId;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** Money that comes to, or leaves, one account. */
record AccountMoneyBody(
        AccountId accountId,
        @JsonUnwrapped InstructionFields order,
        Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
        implements MoneyRequest {}
