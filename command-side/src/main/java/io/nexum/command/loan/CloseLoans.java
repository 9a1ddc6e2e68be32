package io.nexum.command.loan;

import io.nexum.command.EntityType;
import io.nexum.command.day.DayContext;
import io.nexum.command.day.DayStep;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.loan.AgeingBucket;
import io.nexum.kernel.loan.LoanEvent.LoanAged;
import io.nexum.kernel.loan.LoanEvent.LoanDefaulted;
import io.nexum.kernel.loan.LoanEvent.LoanInterestAccrued;
import io.nexum.kernel.loan.LoanEvent.LoanLateFeesCharged;
import io.nexum.kernel.loan.LoanEvent.LoanProvisioned;
import io.nexum.kernel.loan.LoanFigures;
import io.nexum.kernel.loan.LoanPolicy;
import io.nexum.kernel.loan.LoanPolicy.Risk;
import io.nexum.kernel.loan.LoanStatus;
import io.nexum.kernel.loan.servicing.BookReading;
import io.nexum.kernel.loan.servicing.Component;
import io.nexum.kernel.loan.servicing.LedgerStanding;
import io.nexum.kernel.loan.servicing.LoanAccount;
import io.nexum.kernel.loan.servicing.LoanPosition;
import io.nexum.kernel.loan.servicing.LoanStanding;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The close of a date for loans: interest, late fees, ageing, default and, on a month's last day, provisions. */
public final class CloseLoans implements DayStep<LoanState> {
    public static final String NAME = "close_loans";

    private final LoanPolicy policy;

    public CloseLoans(LoanPolicy policy) {
        this.policy = policy;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public EntityType<LoanState> type() {
        return LoanState.TYPE;
    }

    @Override
    public String membership() {
        return Transitions.RUNNING;
    }

    @Override
    public List<DomainEvent> decide(LoanState state, DayContext day) {
        LocalDate next = day.date().plusDays(1);
        if (!(state instanceof KnownLoan loan)
                || !loan.status().isRunning()
                || !loan.ledger().asOf().isBefore(next)) {
            return List.of();
        }
        boolean monthEnds = next.getDayOfMonth() == 1;
        boolean quiet = loan.ledger()
                .outlook()
                .filter(outlook -> outlook.holdsFor(next))
                .isPresent();
        return quiet && !monthEnds && !defaults(loan, next)
                ? accrued(loan, day.date(), next)
                : new Closed(loan, day.date(), next).events();
    }

    private boolean defaults(KnownLoan loan, LocalDate next) {
        return loan.status() != LoanStatus.DEFAULTED
                && loan.ledger()
                        .overdueSince()
                        .filter(since -> ChronoUnit.DAYS.between(since, next) > policy.defaultAfterDays())
                        .isPresent();
    }

    /** Nothing but interest can have come about. */
    private static List<DomainEvent> accrued(KnownLoan loan, LocalDate date, LocalDate next) {
        Money earned =
                loan.ledger().outlook().orElseThrow().earned(loan.ledger().asOf(), next);
        if (earned.isZero()) {
            return List.of();
        }
        LoanPosition change = new LoanPosition(
                loan.currency(),
                Map.of(
                        LoanAccount.INTEREST_RECEIVABLE,
                        earned.amount(),
                        LoanAccount.INTEREST_INCOME,
                        earned.amount().negate()));
        List<JournalLine> lines = new LoanJournal(loan).lines(change, Optional.empty());
        return List.of(
                new LoanInterestAccrued(loan.id(), date, earned, Money.zero(loan.currency()), Optional.empty(), lines));
    }

    /** A loan that is worked out anew for the start of the day after. */
    private final class Closed {
        private final KnownLoan loan;
        private final LocalDate date;
        private final LocalDate next;
        private final LedgerStanding before;
        private final LedgerStanding earned;
        private final LoanStanding after;
        private final List<DomainEvent> events = new ArrayList<>();

        Closed(KnownLoan loan, LocalDate date, LocalDate next) {
            this.loan = loan;
            this.date = date;
            this.next = next;
            BookReading book = loan.book().reading();
            this.before = book.ledgerAt(loan.ledger().asOf(), loan.ledger().lateThrough());
            this.after = book.at(next, next);
            boolean noFee = after.inLedger().penalties().equals(before.penalties());
            this.earned =
                    noFee ? after.inLedger() : book.ledgerAt(next, loan.ledger().lateThrough());
        }

        List<DomainEvent> events() {
            accrue();
            chargeLateFees();
            age();
            provide();
            return events;
        }

        private void accrue() {
            List<JournalLine> lines = lines(before, earned);
            boolean newOutlook = after.outlook().isPresent()
                    && !after.outlook().equals(loan.ledger().outlook());
            if (!lines.isEmpty() || newOutlook) {
                events.add(new LoanInterestAccrued(
                        loan.id(),
                        date,
                        earned.interestEarned().minus(before.interestEarned()),
                        earned.defaultInterest().minus(before.defaultInterest()),
                        after.outlook(),
                        lines));
            }
        }

        private void chargeLateFees() {
            List<JournalLine> lines = lines(earned, after.inLedger());
            if (!lines.isEmpty()) {
                Money fees = after.inLedger().penalties().minus(earned.penalties());
                events.add(new LoanLateFeesCharged(loan.id(), date, fees, lines));
            }
        }

        private void age() {
            AgeingBucket bucket = AgeingBucket.of(after.daysPastDue());
            if (!after.overdueSince().equals(loan.ledger().overdueSince())
                    || !after.overdue().equals(loan.ledger().overdue())
                    || bucket != loan.ledger().bucket()) {
                events.add(new LoanAged(loan.id(), date, after.daysPastDue(), bucket, LoanFigures.of(after, next)));
            }
            if (isInDefault() && loan.status() != LoanStatus.DEFAULTED) {
                events.add(new LoanDefaulted(loan.id(), after.daysPastDue() + " days past due"));
            }
        }

        private void provide() {
            if (next.getDayOfMonth() != 1) {
                return;
            }
            Risk risk = policy.riskOf(AgeingBucket.of(after.daysPastDue()), isInDefault());
            Money owed = after.principal()
                    .plus(positive(after.owed(Component.INTEREST)))
                    .plus(after.charges());
            Money allowance = risk.expectedLoss(owed);
            if (!allowance.equals(loan.ledger().allowance())) {
                events.add(new LoanProvisioned(
                        loan.id(), date, risk.stage(), allowance, new LoanJournal(loan).allowance(allowance)));
            }
        }

        private boolean isInDefault() {
            return loan.status() == LoanStatus.DEFAULTED || after.daysPastDue() > policy.defaultAfterDays();
        }

        private List<JournalLine> lines(LedgerStanding from, LedgerStanding to) {
            return new LoanJournal(loan).lines(to.position().since(from.position()), Optional.empty());
        }

        private static Money positive(Money amount) {
            return amount.isNegative() ? Money.of(BigDecimal.ZERO, amount.currency()) : amount;
        }
    }
}
