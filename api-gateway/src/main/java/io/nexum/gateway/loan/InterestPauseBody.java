package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.kernel.loan.LoanCommand.PauseInterest;
import io.nexum.kernel.loan.LoanId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * @param from the first day without interest; absent: the bank's date
 * @param until the first day with interest again
 */
record InterestPauseBody(Optional<LocalDate> from, LocalDate until, String reason, Optional<String> idempotencyKey)
        implements LoanBody {
    static InterestPauseBody read(Fields in) {
        Optional<LocalDate> from = EntryFields.date(in, "from", "date");
        LocalDate until = LoanTermsFields.day(in, "until");
        if (until != null && from.filter(day -> !day.isBefore(until)).isPresent()) {
            in.wrong("until", "must be after from");
        }
        return new InterestPauseBody(from, until, EntryFields.reason(in), in.idempotencyKey());
    }

    PauseInterest command(LoanId loan) {
        return new PauseInterest(loan, EntryFields.newEntry(), from, until, reason);
    }
}
