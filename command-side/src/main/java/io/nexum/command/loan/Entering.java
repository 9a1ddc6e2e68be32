package io.nexum.command.loan;

import io.nexum.command.Workspace;
import io.nexum.command.loan.LoanEntries.OtherEnd;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.loan.LoanAnswer;
import io.nexum.kernel.loan.LoanCommand.ChangeLoanRate;
import io.nexum.kernel.loan.LoanCommand.ChargeBackPayment;
import io.nexum.kernel.loan.LoanCommand.ChargeLoanFee;
import io.nexum.kernel.loan.LoanCommand.ChargeOffLoan;
import io.nexum.kernel.loan.LoanCommand.DisburseLoan;
import io.nexum.kernel.loan.LoanCommand.Enter;
import io.nexum.kernel.loan.LoanCommand.GiveGoodwill;
import io.nexum.kernel.loan.LoanCommand.PauseInterest;
import io.nexum.kernel.loan.LoanCommand.PayLoan;
import io.nexum.kernel.loan.LoanCommand.PayOffLoan;
import io.nexum.kernel.loan.LoanCommand.RecoverLoan;
import io.nexum.kernel.loan.LoanCommand.RefundLoanCredit;
import io.nexum.kernel.loan.LoanCommand.ReplanLoan;
import io.nexum.kernel.loan.LoanCommand.WaiveLoanAmount;
import io.nexum.kernel.loan.LoanCommand.WriteOffLoan;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.loan.LoanRefusal.NothingToDo;
import io.nexum.kernel.loan.LoanRefusal.PaymentNotFound;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.servicing.Component;
import io.nexum.kernel.loan.servicing.ExcessUse;
import io.nexum.kernel.loan.servicing.LoanEntry;
import io.nexum.kernel.loan.servicing.LoanEntry.Source;
import io.nexum.kernel.loan.servicing.LoanStanding;
import io.nexum.kernel.loan.servicing.PaymentSplit;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** Decides on what is entered in a loan's book. */
final class Entering {
    private final KnownLoan loan;
    private final Workspace work;
    private final LocalDate date;
    private final OtherEnd other;
    private final Optional<Payee> payee;
    private final LoanEntries entries;
    private final LoanChanges changes;

    private Entering(KnownLoan loan, Workspace work, LocalDate date, OtherEnd other, Optional<Payee> payee) {
        this.loan = loan;
        this.work = work;
        this.date = date;
        this.other = other;
        this.payee = payee;
        this.entries = new LoanEntries(loan, work);
        this.changes = new LoanChanges(loan, work, date, other);
    }

    static LoanAnswer enter(Enter command, Workspace work) {
        // Streams are loaded in the order of their names: the account, the customer, the loan.
        OtherEnd other = OtherEnd.of(command.account(), work);
        Optional<Payee> payee = command instanceof DisburseLoan disburse ? Payee.of(disburse, work) : Optional.empty();
        KnownLoan loan = LoanCommands.load(command.loan(), work);
        LocalDate date = command.date().orElseGet(() -> usualDate(command, loan, work.bookingDate()));
        Entering entering = new Entering(loan, work, date, payee.isPresent() ? OtherEnd.CLEARING : other, payee);
        if (!(command instanceof ChangeLoanRate) && !(command instanceof PauseInterest)) {
            LoanRules.mustAllowDate(dateField(command), loan, date, work.bookingDate());
        }
        return entering.decide(command);
    }

    /** The bank's day; but a loan whose first payment has gone by comes from earlier books, and began as planned. */
    private static LocalDate usualDate(Enter command, KnownLoan loan, LocalDate today) {
        LoanTerms terms = loan.book().agreement().terms();
        boolean fromEarlierBooks = command instanceof DisburseLoan
                && !loan.hasBegun()
                && terms.plan()
                        .agreedFirstPayment()
                        .filter(first -> !first.isAfter(today))
                        .isPresent();
        return fromEarlierBooks ? terms.start() : today;
    }

    /** The name that a request has for the day of its entry. */
    private static String dateField(Enter command) {
        return switch (command) {
            case DisburseLoan disburse -> "disbursement_date";
            case PayLoan pay -> "payment_date";
            case PayOffLoan payOff -> "payoff_date";
            default -> "date";
        };
    }

    private LoanAnswer decide(Enter command) {
        return switch (command) {
            case DisburseLoan disburse -> disburse(disburse);
            case PayLoan pay -> pay(pay);
            case PayOffLoan payOff -> payOff(payOff);
            case GiveGoodwill give -> giveGoodwill(give);
            case ChargeLoanFee charge -> charge(charge);
            case WaiveLoanAmount waive -> waive(waive);
            case RefundLoanCredit refund -> refund(refund);
            case ChargeBackPayment back -> chargeBack(back);
            case ChangeLoanRate change -> changes.changeRate(change);
            case PauseInterest pause -> changes.pause(pause);
            case ReplanLoan replan -> changes.replan(replan);
            case ChargeOffLoan off -> changes.chargeOff(off);
            case WriteOffLoan off -> changes.writeOff(off);
            case RecoverLoan recover -> changes.recover(recover);
        };
    }

    private LoanAnswer disburse(DisburseLoan command) {
        LoanRules.mustBe(loan, "disbursed", LoanStatus.ORIGINATED, LoanStatus.DISBURSED);
        if (!loan.customer().equals(command.customer())) {
            throw new RefusedException(new InvalidValue("customer", "the loan is another customer's"));
        }
        LoanRules.mustBePaidOutInTime(loan, date);
        Money paidOut = loan.posted().paidOut();
        Money left = loan.agreedPrincipal().minus(paidOut);
        Money amount = command.amount().orElseGet(() -> planned(paidOut));
        LoanRules.mustBePositive(loan, amount);
        LoanRules.mustNotExceed("amount", amount, left, "what is still to be paid out:");
        payee.ifPresent(kept -> kept.keep(work));
        LoanAnswer paid = entries.enter(
                new LoanEntry.PaidOut(command.transaction(), date, amount),
                other,
                amount.negated(),
                command.reference(),
                Optional.empty(),
                (after, particulars, figures, lines) -> new LoanEvent.LoanDisbursed(
                        loan.id(),
                        new LoanEntry.PaidOut(command.transaction(), date, amount),
                        payee.map(Payee::id),
                        particulars,
                        figures,
                        lines));
        return loan.book()
                .agreement()
                .originationFee()
                .map(scale -> scale.on(amount))
                .filter(Money::isPositive)
                .map(fee -> OriginationFee.charge(paid, fee, date, work))
                .orElse(paid);
    }

    /** What was agreed to be paid out next. */
    private Money planned(Money paidOut) {
        Money sum = Money.zero(loan.currency());
        for (Disbursement planned : loan.book().agreement().terms().disbursements()) {
            sum = sum.plus(planned.amount());
            if (sum.isMoreThan(paidOut)) {
                return sum.minus(paidOut);
            }
        }
        return loan.agreedPrincipal().minus(paidOut);
    }

    private LoanAnswer pay(PayLoan command) {
        LoanRules.mustBe(loan, "paid", LoanStatus::takesPayments);
        return takePayment(command.amount(), command.transaction(), command.excess(), command.reference());
    }

    private LoanAnswer payOff(PayOffLoan command) {
        LoanRules.mustBe(loan, "paid off", LoanStatus::isRunning);
        Money payoff = at(date).payoff();
        if (!payoff.isPositive()) {
            throw new RefusedException(new NothingToDo(loan.id(), "nothing is owed on loan " + loan.id()));
        }
        return takePayment(payoff, command.transaction(), Optional.empty(), command.reference());
    }

    private LoanAnswer takePayment(
            Money amount, TransactionId transaction, Optional<ExcessUse> excess, Optional<String> reference) {
        LoanRules.mustBePositive(loan, amount);
        LoanRules.mustAllowPrepayment(loan, at(date), date, amount);
        LoanEntry.Paid paid = new LoanEntry.Paid(transaction, date, amount, excess, Source.BORROWER);
        return entries.enter(
                paid,
                other,
                amount,
                reference,
                Optional.empty(),
                (after, particulars, figures, lines) -> new LoanEvent.LoanPaymentReceived(
                        loan.id(), paid, split(after, paid), particulars, figures, lines));
    }

    private LoanAnswer giveGoodwill(GiveGoodwill command) {
        LoanRules.mustBe(loan, "credited", LoanStatus::isRunning);
        LoanRules.mustBePositive(loan, command.amount());
        LoanEntry.Paid paid =
                new LoanEntry.Paid(command.transaction(), date, command.amount(), Optional.empty(), Source.GOODWILL);
        return entries.enter(
                paid,
                Optional.of(command.reason()),
                (after, particulars, figures, lines) -> new LoanEvent.LoanGoodwillGiven(
                        loan.id(), paid, split(after, paid), particulars, figures, lines));
    }

    private LoanAnswer charge(ChargeLoanFee command) {
        LoanRules.mustBe(loan, "charged", LoanStatus::isRunning);
        LoanRules.mustBePositive(loan, command.amount());
        if (command.component() != Component.FEE && command.component() != Component.PENALTY) {
            throw new RefusedException(new InvalidValue("type", "what is charged by hand is a fee or a penalty"));
        }
        LoanEntry.Charged charged = new LoanEntry.Charged(
                command.transaction(), date, command.name(), command.component(), command.amount());
        return entries.enter(
                charged,
                Optional.of(command.name()),
                (after, particulars, figures, lines) ->
                        new LoanEvent.LoanFeeCharged(loan.id(), charged, particulars, figures, lines));
    }

    private LoanAnswer waive(WaiveLoanAmount command) {
        LoanRules.mustBe(loan, "relieved", LoanStatus::takesPayments);
        if (command.component() == Component.PRINCIPAL) {
            throw new RefusedException(new InvalidValue(
                    "component", "interest, fees and penalties can be waived; principal is written off"));
        }
        Money owed = at(date).owed(command.component());
        Money amount = command.amount().orElse(owed);
        LoanRules.mustBePositive(loan, amount);
        LoanRules.mustNotExceed("amount", amount, owed, "what is owed of it:");
        LoanEntry.Waived waived = new LoanEntry.Waived(command.transaction(), date, command.component(), amount);
        return entries.enter(
                waived,
                Optional.of(command.reason()),
                (after, particulars, figures, lines) ->
                        new LoanEvent.LoanAmountWaived(loan.id(), waived, particulars, figures, lines));
    }

    private LoanAnswer refund(RefundLoanCredit command) {
        LoanRules.mustBe(loan, "refunded", status -> status.takesPayments() || status == LoanStatus.PAID_OFF);
        Money credit = loan.posted().credit();
        Money amount = command.amount().orElse(credit);
        LoanRules.mustBePositive(loan, amount);
        LoanRules.mustNotExceed("amount", amount, credit, "what was paid too much:");
        LoanEntry.Refunded refunded = new LoanEntry.Refunded(command.transaction(), date, amount);
        return entries.enter(
                refunded,
                other,
                amount.negated(),
                Optional.empty(),
                Optional.of(command.reason()),
                (after, particulars, figures, lines) ->
                        new LoanEvent.LoanCreditRefunded(loan.id(), refunded, particulars, figures, lines));
    }

    private LoanAnswer chargeBack(ChargeBackPayment command) {
        LoanRules.mustBe(loan, "charged back", status -> status.takesPayments() || status == LoanStatus.PAID_OFF);
        LoanEntry.Paid paid = loan.book()
                .find(command.payment())
                .filter(LoanEntry.Paid.class::isInstance)
                .map(LoanEntry.Paid.class::cast)
                .filter(payment -> payment.source() == Source.BORROWER)
                .orElseThrow(() -> new RefusedException(new PaymentNotFound(loan.id(), command.payment())));
        LoanRules.mustBeBetween("date", date, paid.date(), work.bookingDate());
        Money amount = command.amount().orElse(paid.amount());
        LoanRules.mustBePositive(loan, amount);
        Money before = loan.chargedBack(paid.id());
        LoanRules.mustNotExceed("amount", amount, paid.amount().minus(before), "what is left of the payment:");
        LoanEntry.ChargedBack back = new LoanEntry.ChargedBack(command.transaction(), date, amount);
        return entries.enter(
                back,
                OtherEnd.CLEARING,
                amount.negated(),
                Optional.empty(),
                Optional.of(command.reason()),
                (after, particulars, figures, lines) ->
                        new LoanEvent.LoanPaymentChargedBack(loan.id(), back, paid.id(), particulars, figures, lines));
    }

    private LoanStanding at(LocalDate day) {
        return loan.book()
                .at(
                        day,
                        day.isAfter(loan.ledger().lateThrough())
                                ? day
                                : loan.ledger().lateThrough());
    }

    private static PaymentSplit split(Ledgered after, LoanEntry.Paid paid) {
        return Objects.requireNonNull(after.standing().splits().get(paid.id()));
    }
}
