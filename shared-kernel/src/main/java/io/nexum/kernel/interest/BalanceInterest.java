package io.nexum.kernel.interest;

import io.nexum.kernel.interest.RateTiers.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The interest of a period on a balance that changes, step by step.
 *
 * <p>Simple interest is exact. With compounding, what was earned until a compounding date is added to what earns from
 * then on, to {@link ExactInterest#PRECISION}.
 *
 * <p>Days are counted from the period's first one, so that the steps together have the days of the whole period, by
 * whatever day count.
 */
public final class BalanceInterest {
    private final InterestTerms terms;
    private final LocalDate start;
    private final List<InterestLine> lines = new ArrayList<>();
    private ExactInterest sinceCompounded = ExactInterest.NONE;
    private BigDecimal compounded = BigDecimal.ZERO;

    private BalanceInterest(InterestTerms terms, LocalDate start) {
        this.terms = terms;
        this.start = start;
    }

    /** @param runs the balances of the period, day after day without a gap */
    public static ExactInterest of(InterestTerms terms, List<BalanceRun> runs) {
        return lines(terms, runs).stream().map(InterestLine::interest).reduce(ExactInterest.NONE, ExactInterest::plus);
    }

    /** The same with each step shown. */
    public static List<InterestLine> lines(InterestTerms terms, List<BalanceRun> runs) {
        if (runs.isEmpty()) {
            return List.of();
        }
        BalanceInterest calculation = new BalanceInterest(terms, runs.getFirst().from());
        for (Base base : bases(terms.method(), runs)) {
            calculation.earn(base);
        }
        return calculation.lines;
    }

    /** A balance as a multiple of itself: a mean over 31 days is kept as their sum, 31 times the mean. */
    private record Base(LocalDate from, LocalDate to, BigDecimal multiple, BigDecimal times) {}

    private static List<Base> bases(BalanceMethod method, List<BalanceRun> runs) {
        LocalDate from = runs.getFirst().from();
        LocalDate to = runs.getLast().to();
        return switch (method) {
            case DAILY ->
                runs.stream()
                        .map(run -> new Base(run.from(), run.to(), run.balance(), BigDecimal.ONE))
                        .toList();
            case AVERAGE -> {
                BigDecimal sum = runs.stream()
                        .map(run -> run.balance().multiply(BigDecimal.valueOf(run.days())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                yield List.of(new Base(from, to, sum, BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to))));
            }
            case MINIMUM -> {
                BigDecimal lowest = runs.stream()
                        .filter(run -> run.days() > 0)
                        .map(BalanceRun::balance)
                        .reduce(BigDecimal::min)
                        .orElse(BigDecimal.ZERO);
                yield List.of(new Base(from, to, lowest, BigDecimal.ONE));
            }
        };
    }

    private void earn(Base base) {
        Optional<InterestFrequency> frequency = terms.compounding();
        LocalDate from = base.from();
        while (from.isBefore(base.to())) {
            if (frequency.isPresent() && frequency.get().startOfPeriod(from).equals(from)) {
                compounded = compounded.add(sinceCompounded.value());
                sinceCompounded = ExactInterest.NONE;
            }
            LocalDate end = base.to();
            if (frequency.isPresent() && frequency.get().startOfNext(from).isBefore(end)) {
                end = frequency.get().startOfNext(from);
            }
            step(base, from, end);
            from = end;
        }
    }

    private void step(Base base, LocalDate from, LocalDate to) {
        DayCount dayCount = terms.dayCount();
        long days = dayCount.days(start, to) - dayCount.days(start, from);
        BigDecimal multiple = base.multiple().add(compounded.multiply(base.times()));
        List<Slice> slices = terms.rates().split(multiple, base.times());
        BigDecimal yearly = slices.stream().map(Slice::yearly).reduce(BigDecimal.ZERO, BigDecimal::add);
        ExactInterest interest = new ExactInterest(
                yearly.multiply(BigDecimal.valueOf(days)),
                base.times().multiply(BigDecimal.valueOf(dayCount.daysOfYear())));
        sinceCompounded = sinceCompounded.plus(interest);
        lines.add(new InterestLine(
                from, to, once(multiple, base), once(slices, base), days, dayCount.daysOfYear(), interest));
    }

    private static BigDecimal once(BigDecimal multiple, Base base) {
        return base.times().compareTo(BigDecimal.ONE) == 0
                ? multiple
                : multiple.divide(base.times(), ExactInterest.PRECISION);
    }

    private static List<Slice> once(List<Slice> slices, Base base) {
        return base.times().compareTo(BigDecimal.ONE) == 0
                ? slices
                : slices.stream()
                        .map(slice -> new Slice(once(slice.amount(), base), slice.annualRate()))
                        .toList();
    }
}
