package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.kernel.loan.LoanCommand.GiveGoodwill;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/** A payment that the bank makes in the borrower's place. */
record GoodwillBody(Money amount, Optional<LocalDate> date, String reason, Optional<String> idempotencyKey)
        implements LoanBody {
    static GoodwillBody read(Fields in) {
        return new GoodwillBody(
                in.amount("amount"), EntryFields.date(in, "date"), EntryFields.reason(in), in.idempotencyKey());
    }

    GiveGoodwill command(LoanId loan) {
        return new GiveGoodwill(loan, EntryFields.newEntry(), date, amount, reason);
    }
}
