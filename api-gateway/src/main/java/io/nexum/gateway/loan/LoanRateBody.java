package io.nexum.gateway.loan;

import io.nexum.gateway.request.Fields;
import io.nexum.kernel.loan.LoanCommand.ChangeLoanRate;
import io.nexum.kernel.loan.LoanId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * @param annualInterestRate as a fraction
 * @param from the first day of the rate; absent: the bank's date
 */
record LoanRateBody(
        BigDecimal annualInterestRate, Optional<LocalDate> from, String reason, Optional<String> idempotencyKey)
        implements LoanBody {
    static LoanRateBody read(Fields in) {
        return new LoanRateBody(
                LoanTermsFields.rate(in),
                EntryFields.date(in, "from", "date"),
                EntryFields.reason(in),
                in.idempotencyKey());
    }

    ChangeLoanRate command(LoanId loan) {
        return new ChangeLoanRate(loan, EntryFields.newEntry(), from, annualInterestRate, reason);
    }
}
