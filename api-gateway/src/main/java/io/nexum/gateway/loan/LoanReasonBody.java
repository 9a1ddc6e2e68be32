package io.nexum.gateway.loan;

import io.nexum.gateway.request.MoneyRequest;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** Why a loan goes from one status to another. */
record LoanReasonBody(
        @Size(max = 500) String reason, Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
        implements MoneyRequest {}
