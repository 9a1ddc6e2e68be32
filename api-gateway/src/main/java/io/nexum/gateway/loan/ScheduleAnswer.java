package io.nexum.gateway.loan;

import io.nexum.kernel.loan.AnnualPercentageRates;
import io.nexum.kernel.loan.Installment;
import io.nexum.kernel.loan.LoanSchedule;
import io.nexum.kernel.loan.servicing.LoanPlan;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A loan's schedule.
 *
 * @param aprRegulationZ as a fraction of plain digits: 0.096857 is 9.6857 %
 * @param aprEu likewise
 */
record ScheduleAnswer(
        List<PlannedPayment> schedule,
        Money totalPayments,
        Money totalPrincipal,
        Money totalInterest,
        String aprRegulationZ,
        String aprEu) {
    /** @param remainingBalance the principal that is left after it */
    record PlannedPayment(
            int paymentNumber,
            LocalDate paymentDate,
            Money paymentAmount,
            Money principalAmount,
            Money interestAmount,
            Money remainingBalance) {
        static PlannedPayment of(Installment line) {
            return new PlannedPayment(
                    line.number(), line.due(), line.payment(), line.principal(), line.interest(), line.balance());
        }
    }

    static ScheduleAnswer of(LoanPlan plan) {
        LoanSchedule schedule = LoanSchedule.of(plan.terms());
        AnnualPercentageRates rates = plan.rates();
        return new ScheduleAnswer(
                schedule.installments().stream().map(PlannedPayment::of).toList(),
                schedule.totalPayments(),
                schedule.totalPrincipal(),
                schedule.totalInterest(),
                rates.regulationZ().toPlainString(),
                rates.european().toPlainString());
    }
}
