package io.nexum.kernel.loan;

import io.nexum.kernel.loan.LoanTerms.RepaymentTerms;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Goes through a loan's periods once and writes down what each payment is.
 *
 * <p>A period's interest is {@code round(balance * factor)}, HALF_EVEN to the currency's decimals, and the last payment
 * takes what is left. What is level is set when principal is first paid back, on the days that the frequency alone
 * gives, and again whenever money is paid out or the rate changes, for the payments from that period on.
 */
final class Repayment {
    private final LoanTerms terms;
    private final RepaymentTerms ways;
    private final List<Period> unmoved;
    private final List<Period> periods;
    private final Amounts amounts;
    private final LoanInterest contract;
    private final LoanInterest interest;
    private final NavigableMap<LocalDate, BigDecimal> paidOut = new TreeMap<>();
    private final NavigableMap<LocalDate, BigDecimal> moved;
    private final NavigableSet<LocalDate> levelChanges;
    private final List<BigDecimal> flatInterest;
    private final List<Installment> installments = new ArrayList<>();
    private final List<PeriodInterest> earned = new ArrayList<>();

    private BigDecimal balance = BigDecimal.ZERO;
    private BigDecimal level = BigDecimal.ZERO;
    private BigDecimal interestLater = BigDecimal.ZERO;

    Repayment(LoanTerms terms, List<Prepayment> prepayments, List<InterestPause> pauses) {
        this.terms = terms;
        this.ways = terms.repayment();
        this.unmoved = Period.unmoved(terms);
        this.periods = Period.of(terms);
        this.amounts = new Amounts(terms.currency(), ways.multiple());
        this.contract = LoanInterest.of(terms);
        this.interest = contract.paused(pauses);
        terms.disbursements().forEach(paid -> paidOut.merge(paid.date(), net(paid), BigDecimal::add));
        if (!paidOut.lastKey().isBefore(periods.getLast().over())) {
            throw new IllegalArgumentException("money is paid out before the last payment");
        }
        this.moved = new TreeMap<>(paidOut);
        this.levelChanges = new TreeSet<>(paidOut.keySet());
        for (Prepayment prepaid : prepayments) {
            moved.merge(prepaid.date(), prepaid.amount().amount().negate(), BigDecimal::add);
            if (prepaid.effect() == Prepayment.Effect.LOWER_INSTALLMENT) {
                levelChanges.add(prepaid.date());
            }
        }
        this.flatInterest = ways.amortization() == Amortization.FLAT
                ? new FlatInterest(periods, interest, paidOut).parts(amounts)
                : List.of();
    }

    LoanSchedule schedule() {
        for (int i = 0; i < periods.size(); i++) {
            payDown(periods.get(i));
            pay(i);
            if (balance.signum() == 0 && isOver(i)) {
                break;
            }
        }
        return new LoanSchedule(terms.currency(), installments, earned);
    }

    /** Down payments fall on the days of their disbursements. */
    private void payDown(Period period) {
        BigDecimal owed = balance;
        for (Disbursement paid : terms.disbursements()) {
            if (period.has(paid.date())) {
                owed = owed.add(net(paid));
                BigDecimal down = terms.downPayment(paid).amount();
                if (down.signum() > 0) {
                    add(paid.date(), down, BigDecimal.ZERO, owed);
                }
            }
        }
    }

    private void pay(int i) {
        Period period = periods.get(i);
        BigDecimal opening = balance;
        BigDecimal cost = earn(i, opening);
        balance = opening.add(movedIn(period, moved));
        if (i == ways.principalGrace() || (i > ways.principalGrace() && changesIn(period))) {
            level = level(i, opening);
        }
        interestLater = interestLater.add(cost);
        BigDecimal due = interestDue(i);
        BigDecimal principal = i == periods.size() - 1 ? balance : principal(i, due);
        balance = balance.subtract(principal);
        if (i == periods.size() - 1 || (balance.signum() == 0 && isOver(i))) {
            due = interestLater;
        }
        interestLater = interestLater.subtract(due);
        add(period.payment(), principal, due, balance);
    }

    /** What has waited comes with the first payment after its grace; flat interest in equal parts with all after it. */
    private BigDecimal interestDue(int i) {
        if (i < ways.interestGrace()) {
            return amounts.rounded(BigDecimal.ZERO);
        }
        if (flatInterest.isEmpty()) {
            return interestLater;
        }
        BigDecimal waited =
                flatInterest.subList(0, ways.interestGrace()).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal share = amounts.share(waited, periods.size() - ways.interestGrace());
        return flatInterest.get(i).add(share).min(interestLater);
    }

    private BigDecimal earn(int i, BigDecimal opening) {
        Period period = periods.get(i);
        List<InterestSpan> spans = flatInterest.isEmpty()
                ? interest.spans(period, opening, moved)
                : List.of(new InterestSpan(period.from(), period.due(), flatInterest.get(i)));
        BigDecimal cost = amounts.rounded(InterestSpan.sum(spans));
        earned.add(new PeriodInterest(period.from(), period.due(), amounts.money(cost), spans));
        return cost;
    }

    private BigDecimal principal(int i, BigDecimal due) {
        if (i < ways.principalGrace()) {
            return BigDecimal.ZERO;
        }
        return switch (ways.amortization()) {
            case EQUAL_INSTALLMENT -> LevelInstallment.principal(level, due, balance);
            case EQUAL_PRINCIPAL -> level.min(balance);
            case FLAT -> LevelInstallment.principal(amounts.installment(level, due), due, balance);
            case BULLET, INTEREST_ONLY -> BigDecimal.ZERO;
            case CUSTOM -> ways.principals().get(i).amount().min(balance);
        };
    }

    /** What stays the same from a payment on: the instalment, or its principal. */
    private BigDecimal level(int i, BigDecimal opening) {
        return switch (ways.amortization()) {
            case EQUAL_INSTALLMENT -> {
                LocalDate then = periods.get(i).due();
                List<Period> days = i == ways.principalGrace() ? unmoved : periods;
                yield new LevelInstallment(
                                days.subList(i, days.size()),
                                contract.knownBefore(then),
                                new TreeMap<>(moved.headMap(then, false)),
                                amounts)
                        .of(opening, balance);
            }
            case EQUAL_PRINCIPAL, FLAT -> amounts.share(balance, periods.size() - i);
            case BULLET, INTEREST_ONLY, CUSTOM -> BigDecimal.ZERO;
        };
    }

    private boolean changesIn(Period period) {
        boolean dearer = ways.amortization() == Amortization.EQUAL_INSTALLMENT && contract.changesIn(period, true);
        return dearer || !levelChanges.subSet(period.from(), period.due()).isEmpty();
    }

    /** Whether nothing can become due after a payment that leaves nothing owed; flat interest still does. */
    private boolean isOver(int i) {
        return flatInterest.isEmpty()
                && paidOut.lastKey().isBefore(periods.get(i).due());
    }

    private BigDecimal net(Disbursement paid) {
        return paid.amount().minus(terms.downPayment(paid)).amount();
    }

    private void add(LocalDate due, BigDecimal principal, BigDecimal cost, BigDecimal left) {
        Money owed = amounts.money(left);
        installments.add(
                new Installment(installments.size() + 1, due, amounts.money(principal), amounts.money(cost), owed));
    }

    static BigDecimal movedIn(Period period, NavigableMap<LocalDate, BigDecimal> moved) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal amount :
                moved.subMap(period.from(), true, period.due(), false).values()) {
            sum = sum.add(amount);
        }
        return sum;
    }
}
