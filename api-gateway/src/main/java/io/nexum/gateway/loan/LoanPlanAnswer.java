package io.nexum.gateway.loan;

import io.nexum.kernel.loan.LoanAnswer;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanQuery.LoanScheduleView;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.servicing.InstallmentStanding;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A loan's schedule with a new plan.
 *
 * @param preview whether nothing was written
 * @param transactionId of the entry, where it was written
 * @param schedule what was paid or is to be paid, the oldest first
 * @param aprRegulationZ of the new plan, as a fraction of plain digits: 0.096857 is 9.6857 %
 * @param aprEu likewise
 */
record LoanPlanAnswer(
        LoanId loanId,
        LoanStatus state,
        boolean preview,
        Optional<TransactionId> transactionId,
        Optional<LocalDate> valueDate,
        List<ReplannedPayment> schedule,
        Money totalPayments,
        Money totalPrincipal,
        Money totalInterest,
        String aprRegulationZ,
        String aprEu) {
    /**
     * @param paidAmount what of it is paid or waived
     * @param remainingBalance the principal that is left after it
     */
    record ReplannedPayment(
            int paymentNumber,
            LocalDate paymentDate,
            Money paymentAmount,
            Money principalAmount,
            Money interestAmount,
            Money paidAmount,
            Money remainingBalance) {
        static ReplannedPayment of(InstallmentStanding line) {
            return new ReplannedPayment(
                    line.number(),
                    line.due(),
                    line.payment(),
                    line.principal(),
                    line.interest(),
                    line.settled(),
                    line.balance());
        }
    }

    static LoanPlanAnswer of(LoanAnswer answer, boolean preview, LoanScheduleView view) {
        return new LoanPlanAnswer(
                answer.loan(),
                answer.status(),
                preview,
                answer.transaction().filter(entry -> !preview),
                answer.valueDate(),
                view.lines().stream().map(ReplannedPayment::of).toList(),
                view.total(InstallmentStanding::payment),
                view.total(InstallmentStanding::principal),
                view.total(InstallmentStanding::interest),
                view.rates().regulationZ().toPlainString(),
                view.rates().european().toPlainString());
    }
}
