package io.nexum.gateway.loan;

import io.nexum.kernel.loan.LoanAnswer;
import io.nexum.kernel.loan.LoanFigures;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.servicing.Component;
import io.nexum.kernel.loan.servicing.PaymentSplit;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a payment on a loan paid.
 *
 * @param paymentId names the payment, as to reverse it
 * @param id the same as {@code paymentId}
 * @param interestPayment of the interest, that on what was overdue included
 * @param lateFee what of it paid late fees and other penalties
 * @param feePayment what of it paid other fees
 * @param creditAmount what of it was too much
 * @param daysLate how many days after its days of grace the oldest open instalment was paid; 0 if in time
 * @param newBalance the principal that is owed after it
 */
record LoanPaymentAnswer(
        TransactionId paymentId,
        TransactionId id,
        LoanId loanId,
        LoanStatus state,
        LoanStatus status,
        Money paymentAmount,
        Money principalPayment,
        Money interestPayment,
        Money lateFee,
        Money feePayment,
        Money creditAmount,
        LocalDate paymentDate,
        int daysLate,
        Money newBalance,
        Optional<Money> overdueAmount,
        Optional<LocalDate> nextPaymentDate,
        Optional<Money> nextPaymentAmount,
        Optional<Integer> remainingPayments) {

    /** @param answer to a command that made a payment */
    static LoanPaymentAnswer of(LoanAnswer answer) {
        PaymentSplit split = answer.split().orElseThrow();
        TransactionId payment = answer.transaction().orElseThrow();
        Optional<LoanFigures> after = answer.after();
        return new LoanPaymentAnswer(
                payment,
                payment,
                answer.loan(),
                answer.status(),
                answer.status(),
                total(split),
                split.of(Component.PRINCIPAL),
                split.of(Component.INTEREST).plus(split.of(Component.DEFAULT_INTEREST)),
                split.of(Component.PENALTY),
                split.of(Component.FEE),
                split.credit(),
                answer.valueDate().orElseThrow(),
                split.daysLate().orElse(0),
                after.map(LoanFigures::principal).orElse(split.principalLeft()),
                after.map(LoanFigures::overdue),
                after.flatMap(LoanFigures::nextPayment),
                after.filter(figures -> figures.nextPayment().isPresent()).map(LoanFigures::nextPaymentAmount),
                after.map(LoanFigures::openPayments));
    }

    private static Money total(PaymentSplit split) {
        return split.parts().values().stream().reduce(split.credit(), Money::plus);
    }
}
