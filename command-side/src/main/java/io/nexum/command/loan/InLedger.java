package io.nexum.command.loan;

import io.nexum.kernel.loan.AgeingBucket;
import io.nexum.kernel.loan.LoanFigures;
import io.nexum.kernel.loan.servicing.Outlook;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How far the general ledger and the reports have a loan.
 *
 * @param asOf the day at whose start the general ledger has it
 * @param lateThrough the last day whose late fees are charged
 * @param overdueSince the due date of the oldest instalment that is past due, as it was last told
 * @param overdue what is past due, as it was last told
 * @param allowance what is set aside for its loss
 * @param outlook what it earns while nothing happens to it; absent if that is not worked out
 */
public record InLedger(
        LocalDate asOf,
        LocalDate lateThrough,
        Optional<LocalDate> overdueSince,
        Money overdue,
        AgeingBucket bucket,
        Money allowance,
        Optional<Outlook> outlook) {

    static InLedger of(LocalDate asOf, LocalDate lateThrough, Money nothing) {
        return new InLedger(
                asOf, lateThrough, Optional.empty(), nothing, AgeingBucket.CURRENT, nothing, Optional.empty());
    }

    /** After an entry, or after one was taken back. */
    InLedger entered(LoanFigures after) {
        return new InLedger(
                after.asOf(),
                after.lateThrough(),
                after.overdueSince(),
                after.overdue(),
                AgeingBucket.of(after.daysPastDue()),
                allowance,
                after.outlook());
    }

    /** The close of a date is posted, late fees and all. */
    InLedger closed(LocalDate date) {
        LocalDate next = date.plusDays(1);
        return new InLedger(next, next, overdueSince, overdue, bucket, allowance, outlook);
    }

    InLedger aged(LoanFigures after, AgeingBucket aged) {
        return new InLedger(asOf, lateThrough, after.overdueSince(), after.overdue(), aged, allowance, outlook);
    }

    InLedger withAllowance(Money changed) {
        return new InLedger(asOf, lateThrough, overdueSince, overdue, bucket, changed, outlook);
    }

    InLedger expecting(Optional<Outlook> next) {
        return new InLedger(asOf, lateThrough, overdueSince, overdue, bucket, allowance, next);
    }
}
