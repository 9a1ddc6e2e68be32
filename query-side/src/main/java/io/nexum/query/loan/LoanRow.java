package io.nexum.query.loan;

import io.nexum.kernel.loan.CreditStage;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.loan.LoanFigures;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What changes of a loan's row, while a batch of its events goes over it. */
final class LoanRow {
    final Currency currency;
    LoanStatus status;
    Optional<LoanFigures> figures;
    BigDecimal earned;
    BigDecimal charged;
    LocalDate asOf;
    Optional<CreditStage> stage;
    BigDecimal allowance;
    LocalDate changedOn;

    LoanRow(
            Currency currency,
            LoanStatus status,
            Optional<LoanFigures> figures,
            BigDecimal earned,
            BigDecimal charged,
            LocalDate asOf,
            Optional<CreditStage> stage,
            BigDecimal allowance,
            LocalDate changedOn) {
        this.currency = currency;
        this.status = status;
        this.figures = figures;
        this.earned = earned;
        this.charged = charged;
        this.asOf = asOf;
        this.stage = stage;
        this.allowance = allowance;
        this.changedOn = changedOn;
    }

    static LoanRow of(LoanEvent.LoanApplied applied) {
        return new LoanRow(
                applied.agreement().terms().currency(),
                LoanStatus.APPLIED,
                Optional.empty(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                applied.appliedOn(),
                Optional.empty(),
                BigDecimal.ZERO,
                applied.appliedOn());
    }

    /** What a history tells of a loan. */
    record Shown(LoanStatus status, Money principal, Money overdue, Optional<LocalDate> nextPayment) {}

    Shown shown() {
        Money none = Money.zero(currency);
        return new Shown(
                status,
                figures.map(LoanFigures::principal).orElse(none),
                figures.map(LoanFigures::overdue).orElse(none),
                figures.flatMap(LoanFigures::nextPayment));
    }

    /** The principal that counts as an asset. */
    BigDecimal asset() {
        return LoanReports.isLost(status) || status == LoanStatus.CLOSED
                ? BigDecimal.ZERO
                : shown().principal().amount();
    }

    BigDecimal interestEarned() {
        return figures.map(told -> told.interestEarned().amount())
                .orElse(BigDecimal.ZERO)
                .add(earned);
    }

    /**
     * Goes over an event.
     *
     * @param bankDay the bank's date when it was recorded
     * @return the day from which the books have it
     */
    LocalDate see(LoanEvent event, LocalDate bankDay) {
        return switch (event) {
            case LoanEvent.LoanApplied applied -> applied.appliedOn();
            case LoanEvent.LoanApproved approved -> become(LoanStatus.APPROVED, bankDay);
            case LoanEvent.LoanOriginated originated -> become(LoanStatus.ORIGINATED, bankDay);
            case LoanEvent.LoanCancelled cancelled -> become(LoanStatus.CANCELLED, bankDay);
            case LoanEvent.LoanActivated activated -> become(LoanStatus.ACTIVE, bankDay);
            case LoanEvent.LoanDefaulted defaulted -> become(LoanStatus.DEFAULTED, bankDay);
            case LoanEvent.LoanDefaultCured cured -> become(LoanStatus.ACTIVE, bankDay);
            case LoanEvent.LoanPaidOff paidOff -> become(LoanStatus.PAID_OFF, bankDay);
            case LoanEvent.LoanReopened reopened -> become(LoanStatus.ACTIVE, bankDay);
            case LoanEvent.LoanClosed closed -> become(LoanStatus.CLOSED, bankDay);
            case LoanEvent.LoanDisbursed out -> {
                status = status == LoanStatus.ORIGINATED ? LoanStatus.DISBURSED : status;
                yield told(out.after(), out.bookingDate());
            }
            case LoanEvent.LoanChargedOff off -> {
                allowance = BigDecimal.ZERO;
                status = LoanStatus.CHARGED_OFF;
                yield told(off.after(), off.bookingDate());
            }
            case LoanEvent.LoanWrittenOff off -> {
                allowance = BigDecimal.ZERO;
                status = LoanStatus.WRITTEN_OFF;
                yield told(off.after(), off.bookingDate());
            }
            case LoanEvent.Entered entered -> told(entered.after(), entered.bookingDate());
            case LoanEvent.LoanPaymentReversed reversed -> told(reversed.after(), reversed.bookingDate());
            case LoanEvent.LoanAged aged -> told(aged.after(), aged.date().plusDays(1));
            case LoanEvent.LoanInterestAccrued accrued ->
                closed(
                        accrued.date(),
                        accrued.interest().amount(),
                        accrued.defaultInterest().amount());
            case LoanEvent.LoanLateFeesCharged fees ->
                closed(fees.date(), BigDecimal.ZERO, fees.amount().amount());
            case LoanEvent.LoanProvisioned provisioned -> {
                stage = Optional.of(provisioned.stage());
                allowance = provisioned.allowance().amount();
                yield provisioned.date();
            }
        };
    }

    private LocalDate become(LoanStatus next, LocalDate day) {
        status = next;
        return day;
    }

    private LocalDate told(LoanFigures after, LocalDate day) {
        figures = Optional.of(after);
        earned = BigDecimal.ZERO;
        charged = BigDecimal.ZERO;
        asOf = after.asOf();
        return day;
    }

    private LocalDate closed(LocalDate date, BigDecimal moreEarned, BigDecimal moreCharged) {
        earned = earned.add(moreEarned);
        charged = charged.add(moreCharged);
        asOf = date.plusDays(1);
        return date;
    }
}
