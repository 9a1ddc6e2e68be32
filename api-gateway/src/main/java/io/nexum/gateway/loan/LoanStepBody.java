package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import java.util.Optional;

/**
 * An ordinary step of a loan.
 *
 * @param reason absent: the step speaks for itself
 */
record LoanStepBody(Optional<String> reason, Optional<String> idempotencyKey) implements LoanBody {
    static final LoanStepBody NOTHING_SAID = new LoanStepBody(Optional.empty(), Optional.empty());

    static LoanStepBody read(Fields in) {
        return new LoanStepBody(in.optionalText("reason", EntryFields.MAX_REASON_LENGTH), in.idempotencyKey());
    }
}
