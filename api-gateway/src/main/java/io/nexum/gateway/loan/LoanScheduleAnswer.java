package io.nexum.gateway.loan;

import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanQuery.LoanScheduleView;
import io.nexum.kernel.loan.servicing.InstallmentStanding;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A loan's schedule with what of it is paid.
 *
 * @param aprRegulationZ of the plan in force, as a fraction of plain digits: 0.096857 is 9.6857 %
 * @param aprEu likewise
 */
record LoanScheduleAnswer(
        LoanId loanId,
        LocalDate asOf,
        List<ScheduledPayment> schedule,
        Money totalPayments,
        Money totalPrincipal,
        Money totalInterest,
        Money totalPaid,
        Money totalOpen,
        String aprRegulationZ,
        String aprEu) {
    /** How a line stands. */
    enum State {
        /** Nothing is open, whether by a payment or because it was waived. */
        PAID,
        /** Open, and its day is over. */
        LATE,
        /** Some of it is paid. */
        PARTLY_PAID,
        OPEN
    }

    /** @param remainingBalance the principal that is left after it, if all is paid as planned */
    record ScheduledPayment(
            int paymentNumber,
            LocalDate paymentDate,
            Money paymentAmount,
            Money principalAmount,
            Money interestAmount,
            Money paidAmount,
            Money openAmount,
            State status,
            Money remainingBalance) {
        static ScheduledPayment of(InstallmentStanding line, LocalDate asOf) {
            return new ScheduledPayment(
                    line.number(),
                    line.due(),
                    line.payment(),
                    line.principal(),
                    line.interest(),
                    line.settled(),
                    line.open(),
                    state(line, asOf),
                    line.balance());
        }

        private static State state(InstallmentStanding line, LocalDate asOf) {
            if (line.isSettled()) {
                return State.PAID;
            }
            if (line.due().isBefore(asOf)) {
                return State.LATE;
            }
            return line.settled().isPositive() ? State.PARTLY_PAID : State.OPEN;
        }
    }

    static LoanScheduleAnswer of(LoanScheduleView view) {
        LocalDate asOf = view.loan().asOf();
        return new LoanScheduleAnswer(
                view.loan().id(),
                asOf,
                view.lines().stream()
                        .map(line -> ScheduledPayment.of(line, asOf))
                        .toList(),
                view.total(InstallmentStanding::payment),
                view.total(InstallmentStanding::principal),
                view.total(InstallmentStanding::interest),
                view.total(InstallmentStanding::settled),
                view.total(InstallmentStanding::open),
                view.rates().regulationZ().toPlainString(),
                view.rates().european().toPlainString());
    }
}
