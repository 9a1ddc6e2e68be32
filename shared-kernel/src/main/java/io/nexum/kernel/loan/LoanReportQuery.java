package io.nexum.kernel.loan;

import io.nexum.kernel.Query;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What can be asked about all loans of a currency together. Days are booking dates: a report on a past day is the same
 * whenever it is asked for. Percentages have one decimal, rounded HALF_EVEN: 4.3 is 4.3 %.
 */
public sealed interface LoanReportQuery<R> extends Query<R> {
    /** How lending went from one day through another. */
    record GetPortfolioPerformance(LocalDate from, LocalDate to, Currency currency)
            implements LoanReportQuery<PortfolioPerformance> {}

    /** The running loans at the end of a day, by how long they are past due. */
    record GetLoanAgeing(LocalDate asOf, Currency currency) implements LoanReportQuery<LoanAgeing> {}

    /** All loans at the end of a day, by status. */
    record GetLoanPortfolio(LocalDate asOf, Currency currency, Optional<LoanStatus> status)
            implements LoanReportQuery<List<LoansOfStatus>> {}

    /**
     * @param originated how many loans were agreed on in the time, without those cancelled in it
     * @param disbursed what was paid out in the time
     * @param active loans that are disbursed or active at its end, whenever they were agreed on
     * @param paidOff likewise; closed ones too
     * @param defaulted in default, charged off or written off
     * @param balance the principal of the running loans at its end
     * @param averageSize of the originated loans, as agreed on
     * @param averageTermMonths likewise, to a whole month
     * @param defaultRate defaulted of active, paid off and defaulted
     * @param yield interest earned in the time, for a year of 365 days, of the average principal at the end of each day
     * @param collectionRate what was paid in the time, of that and what is past due at its end; 100 if there is neither
     */
    record PortfolioPerformance(
            LocalDate from,
            LocalDate to,
            long originated,
            Money disbursed,
            long active,
            long paidOff,
            long defaulted,
            Money balance,
            Money averageSize,
            int averageTermMonths,
            BigDecimal defaultRate,
            BigDecimal yield,
            BigDecimal collectionRate,
            LoanAgeing ageing) {}

    /** @param buckets each once, in order */
    record LoanAgeing(LocalDate asOf, Money principal, List<Aged> buckets) {
        public LoanAgeing {
            buckets = List.copyOf(buckets);
        }

        /** The principal of loans that are past due for at least as long as a bucket is. */
        public Money from(AgeingBucket youngest) {
            return buckets.stream()
                    .filter(aged -> aged.bucket().compareTo(youngest) >= 0)
                    .map(Aged::principal)
                    .reduce(Money.zero(principal.currency()), Money::plus);
        }

        /** A part of all principal, in percent; 0 if there is none. */
        public BigDecimal percentage(Money part) {
            return Percent.of(part.amount(), principal.amount());
        }
    }

    /**
     * @param principal all that is left of the loans, not the instalments alone
     * @param overdue instalments and charges that are past due
     */
    record Aged(AgeingBucket bucket, long loans, Money principal, Money overdue) {}

    record LoansOfStatus(LoanStatus status, long loans, Money principal) {}
}
