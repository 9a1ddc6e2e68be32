package io.nexum.gateway.loan;

import io.nexum.kernel.loan.LoanAnswer;
import io.nexum.kernel.loan.LoanFigures;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a loan stands after a command. There are no figures while nothing is paid out.
 *
 * @param id the same as {@code loanId}
 * @param state the same as {@code status}
 * @param transactionId of the entry that was made, where one was
 * @param currentBalance the principal that is owed
 * @param accruedInterest earned and not paid; below zero if paid ahead
 * @param creditBalance what was paid too much
 * @param nextPaymentDate of the oldest instalment that is open, past or to come
 */
record LoanStateAnswer(
        LoanId loanId,
        LoanId id,
        LoanStatus state,
        LoanStatus status,
        Optional<TransactionId> transactionId,
        Optional<LocalDate> valueDate,
        Optional<Money> currentBalance,
        Optional<Money> accruedInterest,
        Optional<Money> fees,
        Optional<Money> penalties,
        Optional<Money> creditBalance,
        Optional<Money> overdueAmount,
        Optional<Integer> daysPastDue,
        Optional<LocalDate> nextPaymentDate,
        Optional<Money> nextPaymentAmount,
        Optional<Integer> remainingPayments) {
    static LoanStateAnswer of(LoanAnswer answer) {
        Optional<LoanFigures> after = answer.after();
        return new LoanStateAnswer(
                answer.loan(),
                answer.loan(),
                answer.status(),
                answer.status(),
                answer.transaction(),
                answer.valueDate(),
                after.map(LoanFigures::principal),
                after.map(LoanFigures::interest),
                after.map(LoanFigures::fees),
                after.map(LoanFigures::penalties),
                after.map(LoanFigures::credit),
                after.map(LoanFigures::overdue),
                after.map(LoanFigures::daysPastDue),
                after.flatMap(LoanFigures::nextPayment),
                after.filter(figures -> figures.nextPayment().isPresent()).map(LoanFigures::nextPaymentAmount),
                after.map(LoanFigures::openPayments));
    }
}
