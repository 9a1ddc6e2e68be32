package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.loan.AgeingBucket;
import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Tells how a loan stands that has been worked out. */
final class Standings {
    private final EntryWalk walk;
    private final Reckoning loan;
    private final Dues dues;
    private final LocalDate asOf;

    private Standings(EntryWalk walk) {
        this.walk = walk;
        this.loan = walk.loan;
        this.dues = loan.dues;
        this.asOf = walk.asOf;
    }

    static LoanStanding of(EntryWalk walk) {
        return new Standings(walk).standing();
    }

    /** Only what the general ledger has of it. */
    static LedgerStanding inLedger(EntryWalk walk) {
        Standings standings = new Standings(walk);
        return new LedgerStanding(
                standings.position(),
                walk.money(standings.loan.earnedBy(walk.asOf)),
                walk.money(standings.charged(Component.DEFAULT_INTEREST)),
                walk.money(standings.charged(Component.PENALTY)));
    }

    private BigDecimal charged(Component component) {
        return dues.sum(
                each -> each.component == component,
                each -> each.open().max(BigDecimal.ZERO).add(each.paid()).add(each.waived()));
    }

    private LoanStanding standing() {
        Map<Component, Money> owed = new EnumMap<>(Component.class);
        Map<Component, Money> settled = new EnumMap<>(Component.class);
        dues.byComponent(each -> each.open().max(BigDecimal.ZERO))
                .forEach((component, amount) -> owed.put(component, walk.money(amount)));
        dues.byComponent(each -> each.paid().add(each.waived()))
                .forEach((component, amount) -> settled.put(component, walk.money(amount)));
        settled.merge(Component.PRINCIPAL, walk.money(loan.prepaid), Money::plus);
        owed.put(Component.PRINCIPAL, walk.money(loan.principalOpen()));
        owed.put(Component.INTEREST, walk.money(loan.interestOpen(asOf)));
        Optional<LocalDate> first = dues.firstOpenInstallment();
        return new LoanStanding(
                asOf,
                loan.plan(),
                schedule(),
                owed,
                settled,
                walk.money(loan.paidOut),
                walk.money(loan.capitalized.add(loan.chargedBack)),
                walk.money(loan.earnedBy(asOf)),
                walk.money(loan.credit),
                first.filter(due -> due.isBefore(asOf)),
                walk.money(dues.open(each -> each.due.isBefore(asOf))),
                first,
                walk.money(first.map(due -> dues.open(each -> each.installment && each.due.equals(due)))
                        .orElse(BigDecimal.ZERO)),
                walk.money(walk.payoff()),
                walk.money(walk.prepaymentPenalty()),
                walk.loss.map(loss -> walk.money(loss.total())),
                walk.splits,
                outlook(),
                position());
    }

    private List<InstallmentStanding> schedule() {
        NavigableMap<LocalDate, List<Owed>> byDay = new TreeMap<>();
        dues.all().stream()
                .filter(each -> each.installment)
                .filter(each -> each.amount().signum() != 0)
                .forEach(each -> byDay.computeIfAbsent(each.due, day -> new ArrayList<>())
                        .add(each));
        List<InstallmentStanding> lines = new ArrayList<>();
        BigDecimal toCome = sum(byDay.values().stream().flatMap(List::stream).toList(), Component.PRINCIPAL, true);
        BigDecimal balance = toCome;
        for (Map.Entry<LocalDate, List<Owed>> day : byDay.entrySet()) {
            BigDecimal principal = sum(day.getValue(), Component.PRINCIPAL, true);
            balance = balance.subtract(principal);
            lines.add(new InstallmentStanding(
                    lines.size() + 1,
                    day.getKey(),
                    walk.money(principal),
                    walk.money(sum(day.getValue(), Component.INTEREST, true)),
                    walk.money(sum(day.getValue(), Component.PRINCIPAL, false)),
                    walk.money(sum(day.getValue(), Component.INTEREST, false)),
                    walk.money(balance)));
        }
        return lines;
    }

    private static BigDecimal sum(List<Owed> owed, Component component, boolean whole) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Owed each : owed) {
            if (each.component == component) {
                sum = sum.add(whole ? each.amount() : each.paid().add(each.waived()));
            }
        }
        return sum;
    }

    /** Quiet is a loan until its running period ends, and something becomes due, late or older by a bucket. */
    private Optional<Outlook> outlook() {
        boolean defaultInterest = walk.agreement().late().defaultRate().signum() > 0
                && dues.open(Reckoning.isDue(Component.PRINCIPAL, asOf)).signum() > 0;
        if (!loan.hasBegun() || loan.hasEnded() || defaultInterest) {
            return Optional.empty();
        }
        int grace = walk.agreement().late().graceDays();
        BigDecimal planned = loan.chapter().terms().principal().amount();
        return loan.periods().stream()
                .filter(period -> !asOf.isBefore(period.from()) && asOf.isBefore(period.due()))
                .findFirst()
                .map(period -> {
                    LocalDate until = period.due();
                    if (planned.compareTo(loan.paidOut) != 0) {
                        // What is to be paid out by then may not be.
                        for (Disbursement out : loan.chapter().terms().disbursements()) {
                            until = earlier(until, out.date());
                        }
                    }
                    for (Owed owed : dues.before(until)) {
                        if (owed.installment && owed.isOpen()) {
                            until = earlier(until, owed.due);
                            until = earlier(until, owed.due.plusDays(grace));
                        } else if (owed.isOpen()) {
                            until = earlier(until, owed.due);
                        }
                    }
                    Optional<LocalDate> since = dues.firstOpenInstallment();
                    if (since.isPresent()) {
                        for (AgeingBucket bucket : AgeingBucket.values()) {
                            until = earlier(until, since.get().plusDays(bucket.from() - 1L));
                        }
                    }
                    return new Outlook(until, period);
                });
    }

    /** The earlier of two days, but for one that is over. */
    private LocalDate earlier(LocalDate one, LocalDate other) {
        return other.isBefore(one) && !other.isBefore(asOf) ? other : one;
    }

    private LoanPosition position() {
        Map<LoanAccount, BigDecimal> on = new EnumMap<>(LoanAccount.class);
        BigDecimal principal = loan.principalOpen();
        BigDecimal interest = loan.interestOpen(asOf);
        BigDecimal charges = net(Component.PENALTY)
                .add(net(Component.FEE))
                .add(net(Component.DEFAULT_INTEREST))
                .subtract(dues.sum(each -> each.component.isCharge(), Owed::paid));
        if (walk.loss.isPresent()) {
            BigDecimal lost = walk.loss.get().total();
            on.put(LoanAccount.LOSS, lost);
            on.put(LoanAccount.RECOVERY, principal.add(interest).add(charges).subtract(lost));
        } else {
            on.put(LoanAccount.PRINCIPAL_RECEIVABLE, principal);
            on.put(LoanAccount.INTEREST_RECEIVABLE, interest);
            on.put(LoanAccount.CHARGES_RECEIVABLE, charges);
        }
        BigDecimal waived = dues.sum(each -> each.component == Component.INTEREST, Owed::waived);
        on.put(LoanAccount.INTEREST_INCOME, waived.subtract(loan.earnedBy(asOf)));
        on.put(LoanAccount.FEE_INCOME, net(Component.FEE).negate());
        on.put(
                LoanAccount.PENALTY_INCOME,
                net(Component.PENALTY).add(net(Component.DEFAULT_INTEREST)).negate());
        on.put(LoanAccount.OVERPAYMENT, loan.credit.negate());
        on.put(LoanAccount.GOODWILL, walk.goodwill);
        on.merge(LoanAccount.RECOVERY, walk.recovered.negate(), BigDecimal::add);
        on.put(
                LoanAccount.SETTLEMENT,
                walk.received.add(walk.recovered).subtract(walk.refunded).subtract(loan.paidOut));
        return new LoanPosition(walk.money(BigDecimal.ZERO).currency(), on);
    }

    /** What was charged and not waived. */
    private BigDecimal net(Component component) {
        return dues.sum(
                each -> each.component == component, each -> each.amount().subtract(each.waived()));
    }
}
