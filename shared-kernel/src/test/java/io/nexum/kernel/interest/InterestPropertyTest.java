package io.nexum.kernel.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.interest.RateTiers.Tier;
import io.nexum.kernel.interest.RateTiers.Tiering;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of interest, whatever the balances and the terms. */
class InterestPropertyTest {
    private static final LocalDate START = LocalDate.parse("2023-11-17");
    private static final int DAYS = 500;

    @Property(tries = 300)
    void the_interest_of_a_period_is_the_sum_of_the_interest_of_its_parts(
            @ForAll("terms") InterestTerms terms,
            @ForAll("histories") BalanceHistory history,
            @ForAll @IntRange(min = 0, max = DAYS) int length,
            @ForAll @IntRange(min = 0, max = DAYS) int cut) {
        List<BalanceRun> whole = history.runs(START, START.plusDays(length));
        List<BalanceRun> cutUp = cut(whole, START.plusDays(cut));

        assertThat(BalanceInterest.of(terms, whole).isSameAs(BalanceInterest.of(terms, cutUp)))
                .isTrue();
    }

    @Property(tries = 300)
    void day_counts_that_know_no_month_add_up_from_any_day(
            @ForAll("histories") BalanceHistory history, @ForAll @IntRange(min = 0, max = DAYS) int cut) {
        LocalDate end = START.plusDays(DAYS);
        LocalDate middle = START.plusDays(cut);
        for (DayCount count : DayCount.values()) {
            if (count == DayCount.THIRTY_360_US) {
                continue; // its February ends by the day that a period began on
            }
            InterestTerms terms = InterestTerms.simple(new BigDecimal("0.0375"), count);
            ExactInterest parts = BalanceInterest.of(terms, history.runs(START, middle))
                    .plus(BalanceInterest.of(terms, history.runs(middle, end)));

            assertThat(BalanceInterest.of(terms, history.runs(START, end)).isSameAs(parts))
                    .as(count.name())
                    .isTrue();
        }
    }

    @Property(tries = 300)
    void days_are_those_of_the_rounded_factor(
            @ForAll DayCount count,
            @ForAll @IntRange(min = 0, max = 3000) int first,
            @ForAll @IntRange(min = 0, max = 3000) int days) {
        LocalDate from = START.plusDays(first);
        LocalDate to = from.plusDays(days);

        BigDecimal exact = BigDecimal.valueOf(count.days(from, to))
                .divide(BigDecimal.valueOf(count.daysOfYear()), 9, RoundingMode.HALF_EVEN);

        assertThat(count.yearFraction(from, to).setScale(9, RoundingMode.HALF_EVEN))
                .isCloseTo(exact, org.assertj.core.data.Offset.offset(new BigDecimal("0.000000001")));
    }

    @Property(tries = 300)
    void a_balance_that_never_changes_is_its_own_mean_and_its_own_minimum(
            @ForAll("amounts") BigDecimal balance,
            @ForAll Tiering tiering,
            @ForAll DayCount count,
            @ForAll @IntRange(min = 1, max = DAYS) int days) {
        List<BalanceRun> runs = BalanceHistory.startingOn(START, balance).runs(START, START.plusDays(days));
        List<ExactInterest> all = new ArrayList<>();
        for (BalanceMethod method : BalanceMethod.values()) {
            all.add(BalanceInterest.of(new InterestTerms(rising(tiering), method, Optional.empty(), count), runs));
        }

        assertThat(all).allMatch(interest -> interest.isSameAs(all.getFirst()));
    }

    @Property(tries = 300)
    void the_minimum_earns_least(@ForAll("histories") BalanceHistory history, @ForAll Tiering tiering) {
        List<BalanceRun> runs = inCredit(history.runs(START, START.plusDays(DAYS)));
        BigDecimal least = earned(tiering, BalanceMethod.MINIMUM, runs);

        assertThat(least).isLessThanOrEqualTo(earned(tiering, BalanceMethod.DAILY, runs));
        assertThat(least).isLessThanOrEqualTo(earned(tiering, BalanceMethod.AVERAGE, runs));
    }

    @Property(tries = 300)
    void more_money_never_earns_less_and_bands_never_earn_more_than_the_whole_at_the_same_rates(
            @ForAll("amounts") BigDecimal one, @ForAll("amounts") BigDecimal other) {
        for (Tiering tiering : Tiering.values()) {
            assertThat(yearly(tiering, one.min(other))).isLessThanOrEqualTo(yearly(tiering, one.max(other)));
        }
        assertThat(yearly(Tiering.BANDED, one)).isLessThanOrEqualTo(yearly(Tiering.WHOLE_BALANCE, one));
    }

    @Property(tries = 300)
    void compounding_more_often_never_earns_less(@ForAll("histories") BalanceHistory history) {
        List<BalanceRun> runs = inCredit(history.runs(START, START.plusDays(DAYS)));
        BigDecimal before = BalanceInterest.of(InterestTerms.simple(new BigDecimal("0.07"), DayCount.ACTUAL_365), runs)
                .value();
        for (InterestFrequency frequency : List.of(
                InterestFrequency.ANNUALLY,
                InterestFrequency.QUARTERLY,
                InterestFrequency.MONTHLY,
                InterestFrequency.DAILY)) {
            InterestTerms terms = new InterestTerms(
                    RateTiers.flat(new BigDecimal("0.07")),
                    BalanceMethod.DAILY,
                    Optional.of(frequency),
                    DayCount.ACTUAL_365);
            BigDecimal earned = BalanceInterest.of(terms, runs).value();

            assertThat(earned).isGreaterThanOrEqualTo(before);
            before = earned;
        }
    }

    @Property(tries = 300)
    void entries_make_the_same_history_in_any_order(
            @ForAll("changes") List<BalanceHistory.Change> changes, @ForAll Random random) {
        List<BalanceHistory.Change> shuffled = new ArrayList<>(changes);
        Collections.shuffle(shuffled, random);

        assertThat(history(shuffled).runs(START, START.plusDays(DAYS)))
                .isEqualTo(history(changes).runs(START, START.plusDays(DAYS)));
    }

    @Property(tries = 300)
    void bands_make_up_the_balance(@ForAll("amounts") BigDecimal balance) {
        BigDecimal sum = rising(Tiering.BANDED).split(balance).stream()
                .map(RateTiers.Slice::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sum).isEqualByComparingTo(balance.max(BigDecimal.ZERO));
    }

    private static List<BalanceRun> cut(List<BalanceRun> runs, LocalDate day) {
        List<BalanceRun> cut = new ArrayList<>();
        for (BalanceRun run : runs) {
            if (run.from().isBefore(day) && day.isBefore(run.to())) {
                cut.add(new BalanceRun(run.from(), day, run.balance()));
                cut.add(new BalanceRun(day, run.to(), run.balance()));
            } else {
                cut.add(run);
            }
        }
        return cut;
    }

    private static List<BalanceRun> inCredit(List<BalanceRun> runs) {
        return runs.stream().map(BalanceRun::inCredit).toList();
    }

    private static BigDecimal earned(Tiering tiering, BalanceMethod method, List<BalanceRun> runs) {
        InterestTerms terms = new InterestTerms(rising(tiering), method, Optional.empty(), DayCount.ACTUAL_365);
        return BalanceInterest.of(terms, runs).value();
    }

    private static BigDecimal yearly(Tiering tiering, BigDecimal balance) {
        return rising(tiering).split(balance).stream()
                .map(RateTiers.Slice::yearly)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static RateTiers rising(Tiering tiering) {
        return new RateTiers(
                tiering,
                List.of(
                        new Tier(BigDecimal.ZERO, new BigDecimal("0.01")),
                        new Tier(new BigDecimal("100"), new BigDecimal("0.025")),
                        new Tier(new BigDecimal("5000"), new BigDecimal("0.04"))));
    }

    private static BalanceHistory history(List<BalanceHistory.Change> changes) {
        BalanceHistory history = BalanceHistory.startingOn(START, BigDecimal.ZERO);
        for (BalanceHistory.Change change : changes) {
            history = history.plus(change.day(), change.amount());
        }
        return history;
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.longs().between(-1_000_000, 10_000_000).map(cents -> BigDecimal.valueOf(cents, 2));
    }

    @Provide
    Arbitrary<List<BalanceHistory.Change>> changes() {
        return Combinators.combine(Arbitraries.integers().between(-30, DAYS), amounts())
                .as((day, amount) -> new BalanceHistory.Change(START.plusDays(day), amount))
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<BalanceHistory> histories() {
        return changes().map(InterestPropertyTest::history);
    }

    @Provide
    Arbitrary<InterestTerms> terms() {
        return Combinators.combine(
                        Arbitraries.of(Tiering.class),
                        Arbitraries.of(BalanceMethod.class),
                        Arbitraries.of(DayCount.class))
                .as((tiering, method, count) -> new InterestTerms(rising(tiering), method, Optional.empty(), count));
    }
}
