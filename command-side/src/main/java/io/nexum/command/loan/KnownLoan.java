package io.nexum.command.loan;

import io.nexum.command.loan.PaymentTrail.Source;
import io.nexum.command.loan.PaymentTrail.TakenBack;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.loan.LoanFigures;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.servicing.LoanBook;
import io.nexum.kernel.loan.servicing.LoanEntry;
import io.nexum.kernel.loan.servicing.LoanStanding;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductGlAccounts;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;

/** A loan that somebody has asked for. */
public record KnownLoan(
        LoanId id,
        CustomerId customer,
        LoanStatus status,
        LoanBook book,
        ProductGlAccounts accounts,
        PaymentTrail payments,
        InLedger ledger)
        implements LoanState {

    static KnownLoan by(LoanEvent.LoanApplied applied) {
        LocalDate start = applied.agreement().terms().start();
        // A loan may be booked long after it began: only a close or a late payment sees that it is late.
        LocalDate lateThrough = start.isBefore(applied.appliedOn()) ? start : applied.appliedOn();
        return new KnownLoan(
                applied.loan(),
                applied.customer(),
                LoanStatus.APPLIED,
                LoanBook.of(applied.agreement()),
                applied.accounts(),
                PaymentTrail.NONE,
                InLedger.of(
                        applied.appliedOn(),
                        lateThrough,
                        Money.zero(applied.agreement().terms().currency())));
    }

    Currency currency() {
        return ledger.allowance().currency();
    }

    /** What was agreed to be paid out, in all. */
    Money agreedPrincipal() {
        return book.agreement().terms().principal();
    }

    /** How it stands in the general ledger. */
    LoanStanding posted() {
        return book.at(ledger.asOf(), ledger.lateThrough());
    }

    /** Whether anything was ever paid out. */
    boolean hasBegun() {
        return book.entries().stream().anyMatch(LoanEntry.PaidOut.class::isInstance);
    }

    /** How much of a payment the borrower's bank took back. */
    Money chargedBack(TransactionId payment) {
        return payments.takenBack(payment, Money.zero(currency()));
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
                entered(off).as(LoanStatus.CHARGED_OFF).withoutAllowance();
            case LoanEvent.LoanWrittenOff off ->
                entered(off).as(LoanStatus.WRITTEN_OFF).withoutAllowance();
            case LoanEvent.LoanDisbursed out ->
                entered(out).as(status == LoanStatus.ORIGINATED ? LoanStatus.DISBURSED : status);
            case LoanEvent.LoanPaymentReceived paid ->
                entered(paid)
                        .with(paid.particulars()
                                .account()
                                .map(account -> payments.plus(new Source(paid.transaction(), account)))
                                .orElse(payments));
            case LoanEvent.LoanPaymentChargedBack back ->
                entered(back)
                        .with(payments.plus(
                                new TakenBack(back.payment(), back.entry().amount())));
            case LoanEvent.Entered entered -> entered(entered);
            case LoanEvent.LoanPaymentReversed reversed -> entered(book.without(reversed.payment()), reversed.after());
            case LoanEvent.LoanInterestAccrued accrued ->
                with(ledger.closed(accrued.date()).expecting(accrued.outlook().or(ledger::outlook)));
            case LoanEvent.LoanLateFeesCharged fees -> with(ledger.closed(fees.date()));
            case LoanEvent.LoanAged aged -> with(ledger.closed(aged.date()).aged(aged.after(), aged.bucket()));
            case LoanEvent.LoanProvisioned provisioned -> with(ledger.withAllowance(provisioned.allowance()));
        };
    }

    private KnownLoan entered(LoanEvent.Entered event) {
        return entered(book.plus(event.entry()), event.after());
    }

    private KnownLoan entered(LoanBook changed, LoanFigures after) {
        return new KnownLoan(id, customer, status, changed, accounts, payments, ledger.entered(after));
    }

    private KnownLoan as(LoanStatus changed) {
        return new KnownLoan(id, customer, changed, book, accounts, payments, ledger);
    }

    private KnownLoan withoutAllowance() {
        return with(ledger.withAllowance(Money.zero(currency())));
    }

    private KnownLoan with(PaymentTrail changed) {
        return new KnownLoan(id, customer, status, book, accounts, changed, ledger);
    }

    private KnownLoan with(InLedger changed) {
        return new KnownLoan(id, customer, status, book, accounts, payments, changed);
    }
}
