package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.loan.InterestPause;
import io.nexum.kernel.loan.LoanSchedule;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.PeriodInterest;
import io.nexum.kernel.loan.Prepayment;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Walks once through what happened to a loan, in the order of the value dates, and keeps what is owed, paid and earned.
 * Whatever was booked late is thereby where it belongs, and the order of booking doesn't matter.
 */
final class Reckoning {
    private static final BigDecimal DAYS_OF_YEAR = BigDecimal.valueOf(365);

    final LoanAgreement agreement;
    final Dues dues;
    private final LocalDate asOf;
    private final LocalDate lateThrough;
    private final int decimals;
    private final Function<Chapter, LoanSchedule> schedules;

    private Optional<Chapter> chapter = Optional.empty();
    private List<PeriodInterest> periods = List.of();
    private List<Owed> running = new ArrayList<>();
    private final Set<LocalDate> late = new HashSet<>();
    private final Owed defaultInterest;
    private BigDecimal defaultEarned = BigDecimal.ZERO;
    private LocalDate now = LocalDate.MIN;
    private Optional<LocalDate> endedOn = Optional.empty();

    BigDecimal paidOut = BigDecimal.ZERO;
    BigDecimal prepaid = BigDecimal.ZERO;
    BigDecimal chargedBack = BigDecimal.ZERO;
    BigDecimal capitalized = BigDecimal.ZERO;
    BigDecimal credit = BigDecimal.ZERO;

    /** @param schedules works out what follows from a plan, or knows it already */
    Reckoning(
            LoanAgreement agreement, LocalDate asOf, LocalDate lateThrough, Function<Chapter, LoanSchedule> schedules) {
        this.agreement = agreement;
        this.schedules = schedules;
        this.dues = new Dues(agreement.allocation());
        this.asOf = asOf;
        this.lateThrough = lateThrough;
        this.decimals = agreement.terms().currency().decimals();
        this.defaultInterest = new Owed(Component.DEFAULT_INTEREST, LocalDate.MIN, false, BigDecimal.ZERO);
        dues.add(defaultInterest);
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
        for (Owed owed : dues.all()) {
            if (owed.component == Component.PRINCIPAL && owed.isOpen() && owed.due.isBefore(to)) {
                LocalDate from = owed.due.isAfter(now) ? owed.due : now;
                BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
                defaultEarned = defaultEarned.add(owed.open().multiply(rate).multiply(days));
            }
        }
        defaultInterest.raiseTo(defaultEarned.divide(DAYS_OF_YEAR, decimals, RoundingMode.HALF_EVEN));
    }

    private void chargeLateFees(LocalDate to) {
        Optional<FeeScale> fee = agreement.late().fee();
        if (fee.isEmpty()) {
            return;
        }
        for (Owed owed : dues.before(to)) {
            LocalDate lateOn =
                    owed.installment ? owed.due.plusDays(agreement.late().graceDays() + 1L) : LocalDate.MAX;
            if (owed.isOpen() && !lateOn.isAfter(to) && !lateOn.isAfter(lateThrough) && late.add(owed.due)) {
                Money amount = fee.get().on(openOfInstallment(owed.due));
                dues.add(new Owed(Component.PENALTY, lateOn, false, amount.amount()));
            }
        }
    }

    private Money openOfInstallment(LocalDate due) {
        BigDecimal open = dues.open(owed -> owed.installment && owed.due.equals(due));
        return Money.of(open, agreement.terms().currency());
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
        List<Owed> planned = next.owed(schedule);
        BigDecimal freed = dues.replace(running, planned);
        running = planned;
        periods = schedule.interest();
        chapter = Optional.of(next);
        credit = credit.add(dues.payAhead(freed, now));
    }

    /**
     * Begins another chapter, with none of the lines of the one before that are still open.
     *
     * @param carried interest that its instalments pay too; below zero if more was paid ahead than has been earned
     */
    void turnTo(LoanTerms terms, BigDecimal carried, boolean keepsOverdue) {
        BigDecimal earned = earnedBy(now);
        BigDecimal freed = carried.signum() < 0 ? dues.giveBackInterest(carried.negate()) : BigDecimal.ZERO;
        running.stream().filter(owed -> !keepsOverdue || owed.due.isAfter(now)).forEach(Owed::end);
        running = new ArrayList<>();
        List<InterestPause> pauses = chapter().pauses().stream()
                .filter(pause -> pause.until().isAfter(now))
                .toList();
        plan(new Chapter(terms, List.of(), pauses, carried.max(BigDecimal.ZERO), Optional.of(earned)));
        credit = credit.add(dues.payAhead(freed, now));
    }

    /** Principal comes back at once. */
    void prepay(LocalDate date, BigDecimal amount, Prepayment.Effect effect) {
        Chapter open = chapter();
        prepaid = prepaid.add(amount);
        plan(open.with(new Prepayment(date, Money.of(amount, open.terms().currency()), effect)));
    }

    /** Whatever is owed on a day is settled, and the loan is over: nothing is earned from that day on. */
    void settle(LocalDate date) {
        BigDecimal principal = principalOpen().subtract(dues.open(isDue(Component.PRINCIPAL, date)));
        BigDecimal interest = interestOpen(date).subtract(dues.open(isDue(Component.INTEREST, date)));
        for (Owed owed : dues.all()) {
            if (owed.due.isAfter(date)) {
                owed.end();
            } else {
                owed.settle();
            }
        }
        addSettled(Component.INTEREST, date, interest);
        addSettled(Component.PRINCIPAL, date, principal);
        endedOn = Optional.of(date);
    }

    /** Something is owed and settled in the same moment, as with what becomes principal. */
    void addSettled(Component component, LocalDate date, BigDecimal amount) {
        if (amount.signum() != 0) {
            Owed settled = new Owed(component, date, component == Component.PRINCIPAL, amount);
            settled.settle();
            dues.add(settled);
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

    LoanPlan plan() {
        return chapter.filter(Chapter::replacesAnother)
                .map(later -> new LoanPlan(later.terms(), Optional.empty()))
                .orElseGet(() -> agreement
                        .with(chapter.map(Chapter::terms).orElse(agreement.terms()))
                        .plan());
    }

    boolean hasBegun() {
        return chapter.isPresent();
    }

    List<PeriodInterest> periods() {
        return periods;
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
        BigDecimal paid = dues.sum(owed -> owed.component == Component.PRINCIPAL, Owed::paid);
        return paidOut.add(chargedBack).add(capitalized).subtract(prepaid).subtract(paid);
    }

    /** Interest that was earned by a day and is not settled; below zero if more was paid ahead. */
    BigDecimal interestOpen(LocalDate date) {
        BigDecimal settled = dues.sum(
                owed -> owed.component == Component.INTEREST,
                owed -> owed.paid().add(owed.waived()));
        return earnedBy(date).subtract(settled);
    }

    BigDecimal chargesOpen() {
        return dues.open(owed -> owed.component.isCharge());
    }

    static Predicate<Owed> isDue(Component component, LocalDate by) {
        return owed -> owed.component == component && !owed.due.isAfter(by);
    }
}
