package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import java.util.Optional;

/** Why a loan goes from one status to another. */
record LoanReasonBody(String reason, Optional<String> idempotencyKey) implements LoanBody {
    static LoanReasonBody read(Fields in) {
        return new LoanReasonBody(EntryFields.reason(in), in.idempotencyKey());
    }
}
