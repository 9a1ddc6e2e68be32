package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.kernel.loan.LoanCommand.ChargeOffLoan;
import io.nexum.kernel.loan.LoanCommand.WriteOffLoan;
import io.nexum.kernel.loan.LoanId;
import java.time.LocalDate;
import java.util.Optional;

/** Why, and from which day on, a loan is charged off or written off. */
record LossBody(Optional<LocalDate> date, String reason, Optional<String> idempotencyKey) implements LoanBody {
    static LossBody read(Fields in) {
        return new LossBody(EntryFields.date(in, "date"), EntryFields.reason(in), in.idempotencyKey());
    }

    ChargeOffLoan chargeOff(LoanId loan) {
        return new ChargeOffLoan(loan, EntryFields.newEntry(), date, reason);
    }

    WriteOffLoan writeOff(LoanId loan) {
        return new WriteOffLoan(loan, EntryFields.newEntry(), date, reason);
    }
}
