package io.nexum.kernel.account;

import io.nexum.kernel.interest.BalanceHistory;
import io.nexum.kernel.interest.BalanceInterest;
import io.nexum.kernel.interest.BalanceRun;
import io.nexum.kernel.interest.ExactInterest;
import io.nexum.kernel.interest.InterestFrequency;
import io.nexum.kernel.interest.InterestLine;
import io.nexum.kernel.interest.InterestRounding;
import io.nexum.kernel.interest.InterestTerms;
import io.nexum.kernel.interest.RateTiers;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.InterestConditions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Days whose interest is posted together and rounded once. A period ends with its calendar month, quarter or year, and
 * where other conditions begin.
 *
 * @param to the day after its last one
 */
public record InterestPeriod(LocalDate from, LocalDate to, InterestConditions conditions) {
    /**
     * The periods that have a day of a span in them.
     *
     * @param agreements in the order of their days
     * @param through the last day of the span
     */
    public static List<InterestPeriod> in(List<InterestAgreement> agreements, LocalDate from, LocalDate through) {
        List<InterestPeriod> periods = new ArrayList<>();
        for (int i = 0; i < agreements.size(); i++) {
            InterestAgreement agreement = agreements.get(i);
            LocalDate end = i + 1 < agreements.size() ? agreements.get(i + 1).from() : LocalDate.MAX;
            if (agreement.conditions().isPresent() && from.isBefore(end)) {
                add(periods, agreement.from(), end, agreement.conditions().get(), from, through);
            }
        }
        return periods;
    }

    private static void add(
            List<InterestPeriod> periods,
            LocalDate agreedFrom,
            LocalDate end,
            InterestConditions conditions,
            LocalDate from,
            LocalDate through) {
        Optional<InterestFrequency> posting = conditions.posting();
        LocalDate asked = later(agreedFrom, from);
        LocalDate start = posting.map(frequency -> later(agreedFrom, frequency.startOfPeriod(asked)))
                .orElse(agreedFrom);
        while (!start.isAfter(through) && start.isBefore(end)) {
            LocalDate day = start;
            LocalDate next =
                    posting.map(frequency -> frequency.startOfNext(day)).orElse(end);
            LocalDate to = next.isBefore(end) ? next : end;
            periods.add(new InterestPeriod(start, to, conditions));
            start = to;
        }
    }

    /** The last day. */
    public LocalDate last() {
        return to.minusDays(1);
    }

    /** The interest of its days through one of them, each side rounded once, HALF_EVEN, to the currency's decimals. */
    public PeriodInterest through(LocalDate day, BalanceHistory balances, Currency currency) {
        List<BalanceRun> runs = runs(day, balances);
        return new PeriodInterest(
                from,
                rounded(BalanceInterest.of(earning(), inCredit(runs)), currency),
                overdraft()
                        .map(terms -> rounded(BalanceInterest.of(terms, overdrawn(runs)), currency))
                        .orElse(Money.zero(currency)));
    }

    /** The calculation of what is earned through a day, step by step. */
    public List<InterestLine> earnedLines(LocalDate day, BalanceHistory balances) {
        return BalanceInterest.lines(earning(), inCredit(runs(day, balances)));
    }

    /** The calculation of what is charged through a day, step by step. */
    public List<InterestLine> chargedLines(LocalDate day, BalanceHistory balances) {
        return overdraft()
                .map(terms -> BalanceInterest.lines(terms, overdrawn(runs(day, balances))))
                .orElse(List.of());
    }

    private List<BalanceRun> runs(LocalDate day, BalanceHistory balances) {
        LocalDate end = day.isBefore(to) ? day.plusDays(1) : to;
        return balances.runs(from, end);
    }

    private InterestTerms earning() {
        Optional<InterestFrequency> compounding = conditions.type() == InterestConditions.Type.COMPOUND
                ? Optional.of(conditions.compounding())
                : Optional.empty();
        return new InterestTerms(rates(), conditions.balance(), compounding, conditions.dayCount());
    }

    /** An overdraft costs simple interest on each day's balance. */
    private Optional<InterestTerms> overdraft() {
        return conditions.overdraftRate().map(rate -> InterestTerms.simple(rate, conditions.dayCount()));
    }

    private RateTiers rates() {
        List<RateTiers.Tier> tiers = new ArrayList<>();
        if (conditions.tiers().isEmpty() || conditions.tiers().getFirst().from().isPositive()) {
            tiers.add(new RateTiers.Tier(BigDecimal.ZERO, conditions.annualRate()));
        }
        conditions
                .tiers()
                .forEach(tier -> tiers.add(new RateTiers.Tier(tier.from().amount(), tier.annualRate())));
        return new RateTiers(conditions.tiering(), tiers);
    }

    private static List<BalanceRun> inCredit(List<BalanceRun> runs) {
        return runs.stream().map(BalanceRun::inCredit).toList();
    }

    private static List<BalanceRun> overdrawn(List<BalanceRun> runs) {
        return runs.stream().map(BalanceRun::overdrawn).toList();
    }

    private static Money rounded(ExactInterest interest, Currency currency) {
        return interest.rounded(InterestRounding.of(currency), currency);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
