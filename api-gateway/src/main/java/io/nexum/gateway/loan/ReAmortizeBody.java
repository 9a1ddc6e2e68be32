package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.kernel.loan.servicing.Replan.ReAmortize;
import java.time.LocalDate;
import java.util.Optional;

/** All that is owed, spread over the payments that are left. */
record ReAmortizeBody(Optional<LocalDate> date, String reason, Optional<String> idempotencyKey) implements ReplanBody {
    static ReAmortizeBody read(Fields in) {
        return new ReAmortizeBody(EntryFields.date(in, "date"), EntryFields.reason(in), in.idempotencyKey());
    }

    @Override
    public ReAmortize plan() {
        return new ReAmortize();
    }
}
