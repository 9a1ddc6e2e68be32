package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.kernel.loan.LoanCommand.ChargeBackPayment;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;
import java.util.Optional;

/** @param amount absent: all of the payment */
record ChargeBackBody(Optional<Money> amount, Optional<LocalDate> date, String reason, Optional<String> idempotencyKey)
        implements LoanBody {
    static ChargeBackBody read(Fields in) {
        return new ChargeBackBody(
                in.optionalAmount("amount"), EntryFields.date(in, "date"), EntryFields.reason(in), in.idempotencyKey());
    }

    ChargeBackPayment command(LoanId loan, TransactionId payment) {
        return new ChargeBackPayment(loan, EntryFields.newEntry(), date, payment, amount, reason);
    }
}
