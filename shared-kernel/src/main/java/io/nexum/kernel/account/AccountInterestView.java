package io.nexum.kernel.account;

import io.nexum.kernel.interest.InterestLine;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An account's interest: what was agreed, what is in the books, and how the period's is reckoned.
 *
 * @param agreement absent if none was ever agreed on
 * @param earned what accrued to the holder and was not posted yet
 * @param charged what the holder came to owe for overdrafts and was not posted yet
 * @param postedEarned all that was posted to the holder, before tax
 * @param withheld all that was kept back as tax
 * @param postedCharged all that was posted for overdrafts
 * @param accruedThrough the last day whose interest changed the books
 * @param calculation absent if no interest runs on the day that was asked for
 */
public record AccountInterestView(
        AccountId account,
        Optional<InterestAgreement> agreement,
        Money earned,
        Money charged,
        Money postedEarned,
        Money withheld,
        Money postedCharged,
        Optional<LocalDate> accruedThrough,
        Optional<LocalDate> postedThrough,
        Optional<Calculation> calculation) {

    /**
     * How the interest of a posting period comes about through one of its days. It is made from the entries themselves,
     * not from what accrued.
     *
     * @param earned at most {@value #MOST_LINES} steps, the last ones
     * @param charged at most {@value #MOST_LINES} steps, the last ones
     * @param total of all steps, rounded once
     */
    public record Calculation(
            LocalDate through, List<InterestLine> earned, List<InterestLine> charged, PeriodInterest total) {
        public static final int MOST_LINES = 400;
    }
}
