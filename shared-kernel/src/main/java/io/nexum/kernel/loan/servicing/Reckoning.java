package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.loan.InterestPause;
import io.nexum.kernel.loan.LoanSchedule;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.PeriodInterest;
import io.nexum.kernel.loan.Prepayment;
import io.nexum.kernel.loan.servicing.Owed.Origin;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Walks once through what happened to a loan, in the order of the value dates, and keeps what is owed, paid and earned.
 * Whatever was booked late is thereby where it belongs, and the order of booking doesn't matter.
 */
final class Reckoning {
    /** Where the one line of default interest stands, which grows from day to day. */
    private static final LocalDate EVER = LocalDate.MIN;

    private static final BigDecimal DAYS_OF_YEAR = BigDecimal.valueOf(365);

    private final LoanAgreement agreement;
    private final Dues dues;
    private final LocalDate asOf;
    private final LocalDate lateThrough;
    private final int decimals;
    private final Function<Chapter, LoanSchedule> schedules;

    private Optional<Chapter> chapter = Optional.empty();
    private List<PeriodInterest> periods = List.of();
    private final Set<LocalDate> late = new HashSet<>();
    private BigDecimal defaultEarned = BigDecimal.ZERO;
    private LocalDate now = LocalDate.MIN;
    private Optional<LocalDate> endedOn = Optional.empty();

    private BigDecimal paidOut = BigDecimal.ZERO;
    private BigDecimal prepaid = BigDecimal.ZERO;
    private BigDecimal addedPrincipal = BigDecimal.ZERO;
    private BigDecimal credit = BigDecimal.ZERO;

    /** @param schedules works out what follows from a plan, or knows it already */
    Reckoning(
            LoanAgreement agreement, LocalDate asOf, LocalDate lateThrough, Function<Chapter, LoanSchedule> schedules) {
        this.agreement = agreement;
        this.schedules = schedules;
        this.dues = new Dues(agreement.allocation());
        this.asOf = asOf;
        this.lateThrough = lateThrough;
        this.decimals = agreement.terms().currency().decimals();
        charge(Component.DEFAULT_INTEREST, EVER, BigDecimal.ZERO);
    }

    /** Lets the days pass up to the start of another: overdue principal costs interest, late instalments a fee. */
    void advance(LocalDate to) {
        if (chapter.isEmpty() || !now.isBefore(to)) {
            return;
        }
        if (endedOn.isEmpty()) {
            accrueDefaultInterest(to);
            chargeLateFees(to);
        }
        now = to;
    }

    private void accrueDefaultInterest(LocalDate to) {
        BigDecimal rate = agreement.late().defaultRate();
        if (rate.signum() == 0) {
            return;
        }
        for (Owed owed : dues.lines().all()) {
            if (owed.component() == Component.PRINCIPAL
                    && owed.isOpen()
                    && owed.due().isBefore(to)) {
                LocalDate from = owed.due().isAfter(now) ? owed.due() : now;
                BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
                defaultEarned = defaultEarned.add(owed.open().multiply(rate).multiply(days));
            }
        }
        BigDecimal charged = defaultEarned.divide(DAYS_OF_YEAR, decimals, RoundingMode.HALF_EVEN);
        dues.change(owed -> owed.due().equals(EVER), owed -> owed.raiseTo(charged));
    }

    private void chargeLateFees(LocalDate to) {
        Optional<FeeScale> fee = agreement.late().fee();
        if (fee.isEmpty()) {
            return;
        }
        for (Owed owed : dues.lines().before(to)) {
            LocalDate lateOn =
                    owed.isInstallment() ? owed.due().plusDays(agreement.late().graceDays() + 1L) : LocalDate.MAX;
            if (owed.isOpen() && !lateOn.isAfter(to) && !lateOn.isAfter(lateThrough) && late.add(owed.due())) {
                BigDecimal open = dues.lines().openOfInstallment(owed.due());
                Money amount = fee.get().on(Money.of(open, agreement.terms().currency()));
                charge(Component.PENALTY, lateOn, amount.amount());
            }
        }
    }

    /** Something is owed on top of the schedule. */
    void charge(Component component, LocalDate date, BigDecimal amount) {
        dues.add(Owed.of(component, date, Origin.CHARGE, amount));
    }

    /** Money goes out to the borrower, in the place of what was planned to. */
    void payOut(LocalDate date, Money amount) {
        advance(date);
        paidOut = paidOut.add(amount.amount());
        LoanTerms terms = chapter.map(Chapter::terms).orElse(agreement.terms());
        List<Disbursement> out = new ArrayList<>(chapter.isEmpty() ? List.of() : terms.disbursements());
        out.removeIf(planned -> planned.date().isAfter(now));
        out.add(new Disbursement(date, amount));
        agreement.terms().disbursements().stream()
                .filter(planned ->
                        planned.date().isAfter(date) && !planned.date().isBefore(asOf))
                .forEach(out::add);
        Chapter next = chapter.orElseGet(() -> Chapter.first(terms));
        now = date;
        plan(next.with(terms.with(out)));
    }

    /** Puts a plan in place of the running one. What it no longer has room for is paid ahead, or is a credit. */
    void plan(Chapter next) {
        LoanSchedule schedule = schedules.apply(next);
        BigDecimal freed = dues.replan(next.owed(schedule));
        periods = schedule.interest();
        chapter = Optional.of(next);
        payAhead(now, freed);
    }

    /**
     * Begins another chapter. It takes over all that is open of instalments, whichever plan or event they came from.
     *
     * @param carried interest that its instalments pay too; below zero if more was paid ahead than has been earned
     * @param keepsOverdue whether instalments that are due stay as they are, and the new plan is for the others alone
     */
    void turnTo(LoanTerms terms, BigDecimal carried, boolean keepsOverdue) {
        BigDecimal earned = earnedBy(now);
        BigDecimal freed = carried.signum() < 0 ? dues.giveBackInterest(carried.negate()) : BigDecimal.ZERO;
        dues.change(owed -> owed.isInstallment() && (!keepsOverdue || owed.due().isAfter(now)), Owed::end);
        dues.change(Owed::isPlanned, Owed::outlivePlan);
        List<InterestPause> pauses = chapter().pauses().stream()
                .filter(pause -> pause.until().isAfter(now))
                .toList();
        plan(new Chapter(terms, List.of(), pauses, carried.max(BigDecimal.ZERO), Optional.of(earned)));
        payAhead(now, freed);
    }

    /** What is due by a day is paid; answers what is left of the amount. */
    BigDecimal payDue(LocalDate date, BigDecimal amount) {
        return dues.payDue(amount, date);
    }

    /** What is not due yet is paid, and what even that doesn't take is a credit. */
    void payAhead(LocalDate date, BigDecimal amount) {
        keepAsCredit(dues.payAhead(amount, date));
    }

    void keepAsCredit(BigDecimal amount) {
        credit = credit.add(amount);
    }

    /** Principal comes back at once. */
    void prepay(LocalDate date, BigDecimal amount, Prepayment.Effect effect) {
        Chapter open = chapter();
        prepaid = prepaid.add(amount);
        plan(open.with(new Prepayment(date, Money.of(amount, open.terms().currency()), effect)));
    }

    void waive(Component component, BigDecimal amount) {
        dues.waive(component, amount);
    }

    /**
     * Money goes back to the borrower, first of the credit. A payment that was found later to have been less can leave
     * less to give back than was given: the rest is owed again.
     */
    void refund(LocalDate date, BigDecimal amount) {
        BigDecimal covered = amount.min(credit);
        credit = credit.subtract(covered);
        owePrincipal(date, amount.subtract(covered));
    }

    /** A payment was taken back: as much is owed again, at once. */
    void chargeBack(LocalDate date, BigDecimal amount) {
        owePrincipal(date, amount);
    }

    private void owePrincipal(LocalDate date, BigDecimal amount) {
        if (amount.signum() > 0) {
            addedPrincipal = addedPrincipal.add(amount);
            dues.add(Owed.of(Component.PRINCIPAL, date, Origin.INSTALLMENT, amount));
        }
    }

    /** Charges, and interest that was earned so far, become principal. */
    void capitalize(LocalDate date) {
        BigDecimal interest = interestOpen(date);
        addedPrincipal = addedPrincipal.add(chargesOpen()).add(interest);
        dues.change(owed -> owed.component().isCharge(), Owed::settle);
        addSettled(Component.INTEREST, date, interest);
    }

    /** Whatever is owed on a day is settled, and the loan is over: nothing is earned from that day on. */
    void settle(LocalDate date) {
        OwedLines lines = dues.lines();
        BigDecimal principal = principalOpen().subtract(lines.open(OwedLines.isDue(Component.PRINCIPAL, date)));
        BigDecimal interest = interestOpen(date).subtract(lines.open(OwedLines.isDue(Component.INTEREST, date)));
        dues.change(owed -> true, owed -> owed.due().isAfter(date) ? owed.end() : owed.settle());
        addSettled(Component.INTEREST, date, interest);
        addSettled(Component.PRINCIPAL, date, principal);
        endedOn = Optional.of(date);
    }

    /** Something is owed and settled in the same moment. */
    void addSettled(Component component, LocalDate date, BigDecimal amount) {
        if (amount.signum() != 0) {
            dues.add(Owed.settled(component, date, amount));
        }
    }

    /** From a day on nothing is earned or charged any more. */
    void end(LocalDate date) {
        endedOn = endedOn.or(() -> Optional.of(date));
    }

    boolean hasEnded() {
        return endedOn.isPresent();
    }

    Chapter chapter() {
        return chapter.orElseThrow(() -> new IllegalStateException("nothing has been paid out"));
    }

    /** What is owed now, line by line. */
    OwedLines dues() {
        return dues.lines();
    }

    BigDecimal credit() {
        return credit;
    }

    /** What was paid of each component so far; of principal also what was paid before its time. */
    Map<Component, BigDecimal> paid() {
        Map<Component, BigDecimal> paid = dues.lines().byComponent(Owed::paid);
        paid.merge(Component.PRINCIPAL, prepaid, BigDecimal::add);
        return paid;
    }

    /** Lets the days pass up to the one that it is worked out for, and tells how the loan then is. */
    CalculatedLoan calculated() {
        advance(asOf);
        CalculatedLoan.Sums sums = new CalculatedLoan.Sums(
                paidOut, prepaid, addedPrincipal, credit, earnedBy(asOf), principalOpen(), interestOpen(asOf));
        return new CalculatedLoan(plan(), chapter, periods, hasEnded(), dues.lines(), sums);
    }

    private LoanPlan plan() {
        return chapter.filter(Chapter::replacesAnother)
                .map(later -> new LoanPlan(later.terms(), Optional.empty()))
                .orElseGet(() -> agreement
                        .with(chapter.map(Chapter::terms).orElse(agreement.terms()))
                        .plan());
    }

    /** Interest for the days before a day. */
    BigDecimal earnedBy(LocalDate date) {
        LocalDate until = endedOn.filter(end -> end.isBefore(date)).orElse(date);
        BigDecimal earned = chapter.flatMap(Chapter::earnedBefore).orElse(BigDecimal.ZERO);
        for (PeriodInterest period : periods) {
            if (!period.from().isBefore(until)) {
                break;
            }
            earned = earned.add(period.earnedBy(until).amount());
        }
        return earned;
    }

    BigDecimal principalOpen() {
        BigDecimal paid = dues.lines().sum(owed -> owed.component() == Component.PRINCIPAL, Owed::paid);
        return paidOut.add(addedPrincipal).subtract(prepaid).subtract(paid);
    }

    /** Interest that was earned by a day and is not settled; below zero if more was paid ahead. */
    BigDecimal interestOpen(LocalDate date) {
        BigDecimal settled = dues.lines().sum(owed -> owed.component() == Component.INTEREST, Owed::settled);
        return earnedBy(date).subtract(settled);
    }

    BigDecimal chargesOpen() {
        return dues.lines().open(owed -> owed.component().isCharge());
    }
}
