package io.nexum.gateway.interest;

import io.nexum.kernel.day.StepCounts;
import java.time.LocalDate;

/** What a run over all accounts with interest came to. */
final class InterestRunAnswer {
    private InterestRunAnswer() {}

    /**
     * @param accountsProcessed that have an agreement on interest
     * @param accountsAccrued where it changed the books
     * @param accountsSetAside that could not be decided
     */
    record Accrual(
            String message,
            LocalDate accrualDate,
            long accountsProcessed,
            long accountsAccrued,
            long accountsSetAside) {
        static Accrual of(LocalDate date, StepCounts counts) {
            return new Accrual(
                    "Interest accrued through " + date, date, counts.looked(), counts.changed(), counts.setAside());
        }
    }

    /**
     * @param postedThrough the last day whose interest was posted
     * @param accountsProcessed that have an agreement on interest
     * @param accountsPosted where it changed the books
     * @param accountsSetAside that could not be decided
     */
    record Posting(
            String message,
            int month,
            int year,
            LocalDate postedThrough,
            long accountsProcessed,
            long accountsPosted,
            long accountsSetAside) {
        static Posting of(int month, int year, LocalDate through, StepCounts counts) {
            return new Posting(
                    "Interest posted through " + through,
                    month,
                    year,
                    through,
                    counts.looked(),
                    counts.changed(),
                    counts.setAside());
        }
    }
}
