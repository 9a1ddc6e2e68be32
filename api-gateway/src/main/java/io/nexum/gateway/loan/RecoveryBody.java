package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.loan.LoanCommand.RecoverLoan;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Money that came for a loan that was given up.
 *
 * @param sourceAccountId the customer's account that it comes from; absent: cash
 */
record RecoveryBody(
        Money amount,
        Optional<AccountId> sourceAccountId,
        Optional<LocalDate> date,
        String reason,
        Optional<String> idempotencyKey)
        implements LoanBody {
    static RecoveryBody read(Fields in) {
        return new RecoveryBody(
                in.amount("amount"),
                EntryFields.account(in, "source_account_id", "account_id"),
                EntryFields.date(in, "date"),
                EntryFields.reason(in),
                in.idempotencyKey());
    }

    RecoverLoan command(LoanId loan) {
        return new RecoverLoan(loan, EntryFields.newEntry(), date, amount, sourceAccountId, reason);
    }
}
