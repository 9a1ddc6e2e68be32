package io.nexum.gateway.transaction;

import io.nexum.gateway.request.MoneyRequest;
import jakarta.validation.constraints.Size;
import java.util.Optional;

record ReverseBody(
        @Size(max = 500) String reason, Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
        implements MoneyRequest {}
