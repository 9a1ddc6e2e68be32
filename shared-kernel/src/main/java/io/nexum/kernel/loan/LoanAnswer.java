package io.nexum.kernel.loan;

import io.nexum.kernel.loan.servicing.PaymentSplit;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a command on a loan is answered.
 *
 * @param valueDate the day that the entry counts from
 * @param split what a payment paid
 * @param after the loan's figures; absent while nothing has been paid out
 * @param opened the loan itself, in the answer to its application
 */
public record LoanAnswer(
        LoanId loan,
        LoanStatus status,
        Optional<TransactionId> transaction,
        Optional<LocalDate> valueDate,
        Optional<PaymentSplit> split,
        Optional<LoanFigures> after,
        Optional<NewLoan> opened) {}
