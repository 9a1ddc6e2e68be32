package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.loan.AgeingBucket;
import io.nexum.kernel.loan.Disbursement;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.servicing.CalculatedLoan.Sums;
import io.nexum.kernel.loan.servicing.EntryWalk.MoneyMoved;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionId;
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
    private final CalculatedLoan loan;
    private final OwedLines dues;
    private final Sums sums;
    private final MoneyMoved moved;
    private final LoanAgreement agreement;
    private final LocalDate asOf;

    Standings(CalculatedLoan loan, MoneyMoved moved, LoanAgreement agreement, LocalDate asOf) {
        this.loan = loan;
        this.dues = loan.dues();
        this.sums = loan.sums();
        this.moved = moved;
        this.agreement = agreement;
        this.asOf = asOf;
    }

    /** Only what the general ledger has of it. */
    LedgerStanding inLedger() {
        return new LedgerStanding(
                position(),
                money(sums.interestEarned()),
                money(charged(Component.DEFAULT_INTEREST)),
                money(charged(Component.PENALTY)));
    }

    private BigDecimal charged(Component component) {
        return dues.sum(
                each -> each.component() == component, each -> each.unpaid().add(each.settled()));
    }

    LoanStanding standing(BigDecimal payoff, BigDecimal prepaymentPenalty, Map<TransactionId, PaymentSplit> splits) {
        Map<Component, Money> owed = new EnumMap<>(Component.class);
        Map<Component, Money> settled = new EnumMap<>(Component.class);
        dues.byComponent(Owed::unpaid).forEach((component, amount) -> owed.put(component, money(amount)));
        dues.byComponent(Owed::settled).forEach((component, amount) -> settled.put(component, money(amount)));
        settled.merge(Component.PRINCIPAL, money(sums.prepaid()), Money::plus);
        owed.put(Component.PRINCIPAL, money(sums.principalOpen()));
        owed.put(Component.INTEREST, money(sums.interestOpen()));
        Optional<LocalDate> first = dues.firstOpenInstallment();
        return new LoanStanding(
                asOf,
                loan.plan(),
                schedule(),
                owed,
                settled,
                money(sums.paidOut()),
                money(sums.addedPrincipal()),
                money(sums.interestEarned()),
                money(sums.credit()),
                first.filter(due -> due.isBefore(asOf)),
                money(dues.open(each -> each.due().isBefore(asOf))),
                first,
                money(first.map(dues::openOfInstallment).orElse(BigDecimal.ZERO)),
                money(payoff),
                money(prepaymentPenalty),
                moved.loss().map(loss -> money(loss.total())),
                splits,
                outlook(),
                position());
    }

    private List<InstallmentStanding> schedule() {
        NavigableMap<LocalDate, List<Owed>> byDay = new TreeMap<>();
        dues.all().stream()
                .filter(each -> each.isInstallment())
                .filter(each -> each.amount().signum() != 0)
                .forEach(each -> byDay.computeIfAbsent(each.due(), day -> new ArrayList<>())
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
                    money(principal),
                    money(sum(day.getValue(), Component.INTEREST, true)),
                    money(sum(day.getValue(), Component.PRINCIPAL, false)),
                    money(sum(day.getValue(), Component.INTEREST, false)),
                    money(balance)));
        }
        return lines;
    }

    private static BigDecimal sum(List<Owed> owed, Component component, boolean whole) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Owed each : owed) {
            if (each.component() == component) {
                sum = sum.add(whole ? each.amount() : each.settled());
            }
        }
        return sum;
    }

    /** Quiet is a loan until its running period ends, and something becomes due, late or older by a bucket. */
    private Optional<Outlook> outlook() {
        boolean defaultInterest = agreement.late().defaultRate().signum() > 0
                && dues.open(OwedLines.isDue(Component.PRINCIPAL, asOf)).signum() > 0;
        if (loan.ended() || defaultInterest) {
            return Optional.empty();
        }
        return loan.chapter()
                .flatMap(chapter -> loan.periods().stream()
                        .filter(period -> !asOf.isBefore(period.from()) && asOf.isBefore(period.due()))
                        .findFirst()
                        .map(period -> new Outlook(quietUntil(chapter.terms(), period.due()), period)));
    }

    private LocalDate quietUntil(LoanTerms terms, LocalDate endOfPeriod) {
        LocalDate until = endOfPeriod;
        if (terms.principal().amount().compareTo(sums.paidOut()) != 0) {
            // What is to be paid out by then may not be.
            for (Disbursement out : terms.disbursements()) {
                until = earlier(until, out.date());
            }
        }
        for (Owed owed : dues.before(until)) {
            if (owed.isOpen()) {
                until = earlier(until, owed.due());
            }
            if (owed.isOpen() && owed.isInstallment()) {
                until = earlier(until, owed.due().plusDays(agreement.late().graceDays()));
            }
        }
        Optional<LocalDate> since = dues.firstOpenInstallment();
        if (since.isPresent()) {
            for (AgeingBucket bucket : AgeingBucket.values()) {
                until = earlier(until, since.get().plusDays(bucket.from() - 1L));
            }
        }
        return until;
    }

    /** The earlier of two days, but for one that is over. */
    private LocalDate earlier(LocalDate one, LocalDate other) {
        return other.isBefore(one) && !other.isBefore(asOf) ? other : one;
    }

    private LoanPosition position() {
        Map<LoanAccount, BigDecimal> on = new EnumMap<>(LoanAccount.class);
        BigDecimal principal = sums.principalOpen();
        BigDecimal interest = sums.interestOpen();
        BigDecimal charges = net(Component.PENALTY)
                .add(net(Component.FEE))
                .add(net(Component.DEFAULT_INTEREST))
                .subtract(dues.sum(each -> each.component().isCharge(), Owed::paid));
        if (moved.loss().isPresent()) {
            BigDecimal lost = moved.loss().get().total();
            on.put(LoanAccount.LOSS, lost);
            on.put(LoanAccount.RECOVERY, principal.add(interest).add(charges).subtract(lost));
        } else {
            on.put(LoanAccount.PRINCIPAL_RECEIVABLE, principal);
            on.put(LoanAccount.INTEREST_RECEIVABLE, interest);
            on.put(LoanAccount.CHARGES_RECEIVABLE, charges);
        }
        BigDecimal waived = dues.sum(each -> each.component() == Component.INTEREST, Owed::waived);
        on.put(LoanAccount.INTEREST_INCOME, waived.subtract(sums.interestEarned()));
        on.put(LoanAccount.FEE_INCOME, net(Component.FEE).negate());
        on.put(
                LoanAccount.PENALTY_INCOME,
                net(Component.PENALTY).add(net(Component.DEFAULT_INTEREST)).negate());
        on.put(LoanAccount.OVERPAYMENT, sums.credit().negate());
        on.put(LoanAccount.GOODWILL, moved.goodwill());
        on.merge(LoanAccount.RECOVERY, moved.recovered().negate(), BigDecimal::add);
        on.put(LoanAccount.SETTLEMENT, moved.received().add(moved.recovered()).subtract(sums.paidOut()));
        return new LoanPosition(agreement.terms().currency(), on);
    }

    private Money money(BigDecimal amount) {
        return Money.of(amount, agreement.terms().currency());
    }

    /** What was charged and not waived. */
    private BigDecimal net(Component component) {
        return dues.sum(
                each -> each.component() == component, each -> each.amount().subtract(each.waived()));
    }
}
