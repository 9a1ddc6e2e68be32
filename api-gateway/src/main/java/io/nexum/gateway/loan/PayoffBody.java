package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.loan.LoanCommand.PayOffLoan;
import io.nexum.kernel.loan.LoanId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Pays all that a loan owes.
 *
 * @param payoffDate from which it counts; absent: the bank's date
 */
record PayoffBody(
        Optional<LocalDate> payoffDate,
        Optional<AccountId> sourceAccountId,
        Optional<String> reference,
        Optional<String> idempotencyKey)
        implements LoanBody {
    static PayoffBody read(Fields in) {
        return new PayoffBody(
                EntryFields.date(in, "payoff_date", "payment_date", "date"),
                EntryFields.account(in, "source_account_id", "account_id"),
                EntryFields.reference(in),
                in.idempotencyKey());
    }

    PayOffLoan command(LoanId loan) {
        return new PayOffLoan(loan, EntryFields.newEntry(), payoffDate, sourceAccountId, reference);
    }
}
