package io.nexum.command.loan;

import io.nexum.command.Workspace;
import io.nexum.command.loan.LoanEntries.OtherEnd;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.loan.InterestPause;
import io.nexum.kernel.loan.LoanAnswer;
import io.nexum.kernel.loan.LoanCommand.ChangeLoanRate;
import io.nexum.kernel.loan.LoanCommand.ChargeOffLoan;
import io.nexum.kernel.loan.LoanCommand.PauseInterest;
import io.nexum.kernel.loan.LoanCommand.RecoverLoan;
import io.nexum.kernel.loan.LoanCommand.ReplanLoan;
import io.nexum.kernel.loan.LoanCommand.WriteOffLoan;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.servicing.LoanEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides on what changes a loan's terms, and on its loss. */
final class LoanChanges {
    private final KnownLoan loan;
    private final Workspace work;
    private final LocalDate date;
    private final OtherEnd other;
    private final LoanEntries entries;

    LoanChanges(KnownLoan loan, Workspace work, LocalDate date, OtherEnd other) {
        this.loan = loan;
        this.work = work;
        this.date = date;
        this.other = other;
        this.entries = new LoanEntries(loan, work);
    }

    LoanAnswer changeRate(ChangeLoanRate command) {
        LoanRules.mustBe(loan, "given another rate", LoanStatus::isRunning);
        mustBeAfterStart();
        LoanEntry.RateSet set = new LoanEntry.RateSet(command.transaction(), date, command.annualRate());
        return entries.enter(
                set,
                Optional.of(command.reason()),
                (after, particulars, figures, lines) ->
                        new LoanEvent.LoanRateChanged(loan.id(), set, particulars, figures, lines));
    }

    LoanAnswer pause(PauseInterest command) {
        LoanRules.mustBe(loan, "paused", LoanStatus::isRunning);
        mustBeAfterStart();
        if (!command.until().isAfter(date)) {
            throw new RefusedException(new InvalidValue("until", "a pause ends after it begins"));
        }
        LoanEntry.Paused paused =
                new LoanEntry.Paused(command.transaction(), date, new InterestPause(date, command.until()));
        return entries.enter(
                paused,
                Optional.of(command.reason()),
                (after, particulars, figures, lines) ->
                        new LoanEvent.LoanInterestPaused(loan.id(), paused, particulars, figures, lines));
    }

    private void mustBeAfterStart() {
        LoanRules.mustAllowDate("from", loan, date, work.bookingDate().plusYears(100));
    }

    LoanAnswer replan(ReplanLoan command) {
        LoanRules.mustBe(loan, "replanned", LoanStatus::isRunning);
        LoanRules.mustBePaidAfter(date, command.plan());
        LoanEntry.Replanned replanned = new LoanEntry.Replanned(command.transaction(), date, command.plan());
        return entries.enter(
                replanned,
                Optional.of(command.reason()),
                (after, particulars, figures, lines) ->
                        new LoanEvent.LoanReplanned(loan.id(), replanned, particulars, figures, lines));
    }

    LoanAnswer chargeOff(ChargeOffLoan command) {
        LoanRules.mustBe(loan, "charged off", LoanStatus::isRunning);
        LoanEntry.ChargedOff off = new LoanEntry.ChargedOff(command.transaction(), date);
        LoanAnswer answer = entries.enter(
                off,
                Optional.of(command.reason()),
                (after, particulars, figures, lines) ->
                        new LoanEvent.LoanChargedOff(loan.id(), off, particulars, figures, withAllowance(lines)));
        Transitions.leave(loan, work);
        return answer;
    }

    LoanAnswer writeOff(WriteOffLoan command) {
        LoanRules.mustBe(loan, "written off", LoanStatus.ACTIVE, LoanStatus.DEFAULTED, LoanStatus.CHARGED_OFF);
        LoanEntry.WrittenOff off = new LoanEntry.WrittenOff(command.transaction(), date);
        LoanAnswer answer = entries.enter(
                off,
                Optional.of(command.reason()),
                (after, particulars, figures, lines) ->
                        new LoanEvent.LoanWrittenOff(loan.id(), off, particulars, figures, withAllowance(lines)));
        Transitions.leave(loan, work);
        return answer;
    }

    /** A loss uses up what was set aside for it. */
    private List<JournalLine> withAllowance(List<JournalLine> lines) {
        List<JournalLine> all = new ArrayList<>(lines);
        all.addAll(new LoanJournal(loan).useAllowance());
        return all;
    }

    LoanAnswer recover(RecoverLoan command) {
        LoanRules.mustBe(loan, "recovered", LoanStatus.CHARGED_OFF, LoanStatus.WRITTEN_OFF, LoanStatus.CLOSED);
        LoanRules.mustBePositive(loan, command.amount());
        LoanEntry.Recovered back = new LoanEntry.Recovered(command.transaction(), date, command.amount());
        return entries.enter(
                back,
                other,
                command.amount(),
                Optional.empty(),
                Optional.of(command.reason()),
                (after, particulars, figures, lines) ->
                        new LoanEvent.LoanRecovered(loan.id(), back, particulars, figures, lines));
    }
}
