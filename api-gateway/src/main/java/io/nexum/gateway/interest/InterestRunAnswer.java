package io.nexum.gateway.interest;

import io.nexum.kernel.day.StepCounts;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;

/** What a run over all accounts with interest came to. */
final class InterestRunAnswer {
    private InterestRunAnswer() {}

    /**
     * @param accountsProcessed that have an agreement on interest
     * @param accountsAccrued where it changed the books
     * @param accountsSetAside that could not be decided
     * @param interestAccrued by how much more is owed to holders, in each currency
     * @param overdraftInterestAccrued by how much more holders owe, in each currency
     * @param loansProcessed that run
     * @param loansAccrued where it changed the books
     * @param loansSetAside that could not be decided
     */
    record Accrual(
            String message,
            LocalDate accrualDate,
            long accountsProcessed,
            long accountsAccrued,
            long accountsSetAside,
            List<Money> interestAccrued,
            List<Money> overdraftInterestAccrued,
            long loansProcessed,
            long loansAccrued,
            long loansSetAside) {
        static Accrual of(LocalDate date, StepCounts accounts, InterestTotals totals, StepCounts loans) {
            return new Accrual(
                    "Interest accrued through " + date,
                    date,
                    accounts.looked(),
                    accounts.changed(),
                    accounts.setAside(),
                    totals.earned(),
                    totals.charged(),
                    loans.looked(),
                    loans.changed(),
                    loans.setAside());
        }
    }

    /**
     * @param postedThrough the last day whose interest was posted
     * @param accountsProcessed that have an agreement on interest
     * @param accountsPosted where it changed the books
     * @param accountsSetAside that could not be decided
     * @param interestPosted before tax, in each currency
     * @param taxWithheld what of it was kept back, in each currency
     * @param overdraftInterestPosted what was taken for overdrafts, in each currency
     */
    record Posting(
            String message,
            int month,
            int year,
            LocalDate postedThrough,
            long accountsProcessed,
            long accountsPosted,
            long accountsSetAside,
            List<Money> interestPosted,
            List<Money> taxWithheld,
            List<Money> overdraftInterestPosted) {
        static Posting of(int month, int year, LocalDate through, StepCounts counts, InterestTotals totals) {
            return new Posting(
                    "Interest posted through " + through,
                    month,
                    year,
                    through,
                    counts.looked(),
                    counts.changed(),
                    counts.setAside(),
                    totals.postedEarned(),
                    totals.withheld(),
                    totals.postedCharged());
        }
    }
}
