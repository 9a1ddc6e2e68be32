package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.loan.LoanCommand.RefundLoanCredit;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * @param amount absent: all that was paid too much
 * @param accountId where it goes to; absent: cash
 */
record RefundBody(
        Optional<Money> amount,
        Optional<AccountId> accountId,
        Optional<LocalDate> date,
        String reason,
        Optional<String> idempotencyKey)
        implements LoanBody {
    static RefundBody read(Fields in) {
        return new RefundBody(
                in.optionalAmount("amount"),
                EntryFields.account(in, "account_id"),
                EntryFields.date(in, "date"),
                EntryFields.reason(in),
                in.idempotencyKey());
    }

    RefundLoanCredit command(LoanId loan) {
        return new RefundLoanCredit(loan, EntryFields.newEntry(), date, amount, accountId, reason);
    }
}
