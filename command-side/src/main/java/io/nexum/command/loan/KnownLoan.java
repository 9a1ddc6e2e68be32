package io.nexum.command.loan;

import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.loan.AgeingBucket;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.loan.LoanFigures;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.servicing.LoanBook;
import io.nexum.kernel.loan.servicing.LoanEntry;
import io.nexum.kernel.loan.servicing.LoanStanding;
import io.nexum.kernel.loan.servicing.Outlook;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductGlAccounts;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A loan that somebody has asked for.
 *
 * @param asOf the day at whose start the general ledger has it
 * @param lateThrough the last day whose late fees are charged
 * @param sources the accounts that payments came from, by payment
 * @param chargedBack how much of which payment the borrower's bank took back
 * @param overdue what is past due, as it was last told
 * @param allowance what is set aside for its loss
 * @param outlook what it earns while nothing happens to it; absent if that is not worked out
 */
public record KnownLoan(
        LoanId id,
        CustomerId customer,
        LoanStatus status,
        LoanBook book,
        ProductGlAccounts accounts,
        LocalDate asOf,
        LocalDate lateThrough,
        Map<TransactionId, AccountId> sources,
        Map<TransactionId, Money> chargedBack,
        Optional<LocalDate> overdueSince,
        Money overdue,
        AgeingBucket bucket,
        Money allowance,
        Optional<Outlook> outlook)
        implements LoanState {

    public KnownLoan {
        sources = Map.copyOf(sources);
        chargedBack = Map.copyOf(chargedBack);
    }

    static KnownLoan by(LoanEvent.LoanApplied applied) {
        Money none = Money.zero(applied.agreement().terms().currency());
        LocalDate start = applied.agreement().terms().start();
        return new KnownLoan(
                applied.loan(),
                applied.customer(),
                LoanStatus.APPLIED,
                LoanBook.of(applied.agreement()),
                applied.accounts(),
                applied.appliedOn(),
                // A loan may be booked long after it began: only a close or a late payment sees that it is late.
                start.isBefore(applied.appliedOn()) ? start : applied.appliedOn(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                none,
                AgeingBucket.CURRENT,
                none,
                Optional.empty());
    }

    Currency currency() {
        return allowance.currency();
    }

    /** What was agreed to be paid out, in all. */
    Money agreedPrincipal() {
        return book.agreement().terms().principal();
    }

    /** How it stands in the general ledger. */
    LoanStanding posted() {
        return book.at(asOf, lateThrough);
    }

    /** Whether anything was ever paid out. */
    boolean hasBegun() {
        return book.entries().stream().anyMatch(LoanEntry.PaidOut.class::isInstance);
    }

    /** How much of a payment the borrower's bank took back. */
    Money chargedBack(TransactionId payment) {
        return chargedBack.getOrDefault(payment, Money.zero(currency()));
    }

    KnownLoan after(LoanEvent event) {
        return switch (event) {
            case LoanEvent.LoanApplied applied -> this;
            case LoanEvent.LoanApproved approved -> as(LoanStatus.APPROVED);
            case LoanEvent.LoanOriginated originated -> as(LoanStatus.ORIGINATED);
            case LoanEvent.LoanCancelled cancelled -> as(LoanStatus.CANCELLED);
            case LoanEvent.LoanActivated activated -> as(LoanStatus.ACTIVE);
            case LoanEvent.LoanDefaulted defaulted -> as(LoanStatus.DEFAULTED);
            case LoanEvent.LoanDefaultCured cured -> as(LoanStatus.ACTIVE);
            case LoanEvent.LoanPaidOff paidOff -> as(LoanStatus.PAID_OFF);
            case LoanEvent.LoanReopened reopened -> as(LoanStatus.ACTIVE);
            case LoanEvent.LoanClosed closed -> as(LoanStatus.CLOSED);
            case LoanEvent.LoanChargedOff off ->
                entered(off).as(LoanStatus.CHARGED_OFF).withAllowance(Money.zero(currency()));
            case LoanEvent.LoanWrittenOff off ->
                entered(off).as(LoanStatus.WRITTEN_OFF).withAllowance(Money.zero(currency()));
            case LoanEvent.LoanDisbursed out ->
                entered(out).as(status == LoanStatus.ORIGINATED ? LoanStatus.DISBURSED : status);
            case LoanEvent.LoanPaymentReceived paid ->
                paid.particulars()
                        .account()
                        .map(account -> entered(paid).paidFrom(paid.transaction(), account))
                        .orElseGet(() -> entered(paid));
            case LoanEvent.LoanPaymentChargedBack back ->
                entered(back).takenBack(back.payment(), back.entry().amount());
            case LoanEvent.Entered entered -> entered(entered);
            case LoanEvent.LoanPaymentReversed reversed -> with(book.without(reversed.payment()), reversed.after());
            case LoanEvent.LoanInterestAccrued accrued ->
                closed(accrued.date(), overdueSince, overdue, bucket)
                        .expecting(accrued.outlook().or(() -> outlook));
            case LoanEvent.LoanLateFeesCharged fees -> closed(fees.date(), overdueSince, overdue, bucket);
            case LoanEvent.LoanAged aged ->
                closed(aged.date(), aged.after().overdueSince(), aged.after().overdue(), aged.bucket());
            case LoanEvent.LoanProvisioned provisioned -> withAllowance(provisioned.allowance());
        };
    }

    private KnownLoan entered(LoanEvent.Entered event) {
        return with(book.plus(event.entry()), event.after());
    }

    private KnownLoan with(LoanBook changed, LoanFigures after) {
        return new KnownLoan(
                id,
                customer,
                status,
                changed,
                accounts,
                after.asOf(),
                after.lateThrough(),
                sources,
                chargedBack,
                after.overdueSince(),
                after.overdue(),
                AgeingBucket.of(after.daysPastDue()),
                allowance,
                Optional.empty());
    }

    /** The close of a date is posted, late fees and all. */
    private KnownLoan closed(LocalDate date, Optional<LocalDate> since, Money pastDue, AgeingBucket aged) {
        LocalDate next = date.plusDays(1);
        return new KnownLoan(
                id,
                customer,
                status,
                book,
                accounts,
                next,
                next,
                sources,
                chargedBack,
                since,
                pastDue,
                aged,
                allowance,
                outlook);
    }

    private KnownLoan as(LoanStatus changed) {
        return new KnownLoan(
                id,
                customer,
                changed,
                book,
                accounts,
                asOf,
                lateThrough,
                sources,
                chargedBack,
                overdueSince,
                overdue,
                bucket,
                allowance,
                outlook);
    }

    private KnownLoan withAllowance(Money changed) {
        return new KnownLoan(
                id,
                customer,
                status,
                book,
                accounts,
                asOf,
                lateThrough,
                sources,
                chargedBack,
                overdueSince,
                overdue,
                bucket,
                changed,
                outlook);
    }

    private KnownLoan paidFrom(TransactionId payment, AccountId account) {
        Map<TransactionId, AccountId> more = new HashMap<>(sources);
        more.put(payment, account);
        return new KnownLoan(
                id,
                customer,
                status,
                book,
                accounts,
                asOf,
                lateThrough,
                more,
                chargedBack,
                overdueSince,
                overdue,
                bucket,
                allowance,
                outlook);
    }

    private KnownLoan takenBack(TransactionId payment, Money amount) {
        Map<TransactionId, Money> more = new HashMap<>(chargedBack);
        more.merge(payment, amount, Money::plus);
        return new KnownLoan(
                id,
                customer,
                status,
                book,
                accounts,
                asOf,
                lateThrough,
                sources,
                more,
                overdueSince,
                overdue,
                bucket,
                allowance,
                outlook);
    }

    private KnownLoan expecting(Optional<Outlook> next) {
        return new KnownLoan(
                id,
                customer,
                status,
                book,
                accounts,
                asOf,
                lateThrough,
                sources,
                chargedBack,
                overdueSince,
                overdue,
                bucket,
                allowance,
                next);
    }
}
