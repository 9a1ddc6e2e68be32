package io.nexum.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.BalanceChanged;
import io.nexum.kernel.account.AccountEvent.InterestPosted;
import io.nexum.kernel.interest.BalanceMethod;
import io.nexum.kernel.interest.InterestFrequency;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of an account's interest whatever is booked when, reckoned again day by day from the log. */
class InterestPropertyTest {
    private static final LocalDate START = LocalDate.parse("2024-01-17");
    private static final int DAYS = 150;
    private static final String RATE = "0.0725";
    private static final String OVERDRAFT_RATE = "0.1899";

    /**
     * @param bookedOn days after the start
     * @param back how many days before that it counts from
     * @param cents below zero if it leaves the account
     */
    record Entry(int bookedOn, int back, long cents) {
        private LocalDate valueDate() {
            return START.plusDays(bookedOn - (long) back);
        }
    }

    @Property(tries = 150)
    void interest_posted_and_accrued_is_that_of_the_balances_by_value_date(
            @ForAll("entries") List<Entry> entries,
            @ForAll("postings") Optional<InterestFrequency> posting,
            @ForAll Random random) {
        InterestStory bank = bank(posting);
        play(bank, entries, random);

        Money expected = reckoned(bank, posting, RATE, 1);
        Money owed = reckoned(bank, posting, OVERDRAFT_RATE, -1);

        assertThat(bank.accrued()).isEqualTo(expected);
        assertThat(posted(bank).plus(bank.interest().earned())).isEqualTo(expected);
        assertThat(bank.ledger(DefaultChart.INTEREST_EXPENSE)).isEqualTo(expected);
        assertThat(bank.ledger(DefaultChart.INTEREST_INCOME).negated()).isEqualTo(owed);
        assertThat(bank.ledger(DefaultChart.INTEREST_PAYABLE).negated())
                .isEqualTo(bank.interest().earned());
        assertThat(bank.ledger(DefaultChart.INTEREST_RECEIVABLE))
                .isEqualTo(bank.interest().charged());
        assertThat(bank.close(START.plusDays(DAYS))).isEmpty();
    }

    @Property(tries = 150)
    void the_order_of_booking_and_the_days_that_were_closed_make_no_difference(
            @ForAll("entries") List<Entry> entries, @ForAll Random random) {
        InterestStory inOrder = bank(Optional.empty());
        play(inOrder, entries, random);
        InterestStory shuffled = bank(Optional.empty());
        List<Entry> late = new ArrayList<>(entries.stream()
                .map(entry -> new Entry(DAYS, DAYS - entry.bookedOn() + entry.back(), entry.cents()))
                .toList());
        Collections.shuffle(late, random);
        play(shuffled, late, random);

        assertThat(shuffled.accrued()).isEqualTo(inOrder.accrued());
        assertThat(shuffled.interest().charged()).isEqualTo(inOrder.interest().charged());
    }

    private static InterestStory bank(Optional<InterestFrequency> posting) {
        return new InterestStory(
                "USD",
                START,
                InterestStory.conditions(
                        RATE, BalanceMethod.DAILY, InterestFrequency.DAILY, posting, "0.1", OVERDRAFT_RATE),
                "100000000");
    }

    /** Books the entries on their days, and closes most days; the last one is closed after everything. */
    private static void play(InterestStory bank, List<Entry> entries, Random random) {
        for (int day = 0; day <= DAYS; day++) {
            LocalDate date = START.plusDays(day);
            bank.on(date);
            for (Entry entry : entries) {
                if (entry.bookedOn() == day && entry.cents() != 0) {
                    String amount =
                            BigDecimal.valueOf(Math.abs(entry.cents()), 2).toPlainString();
                    if (entry.cents() > 0) {
                        bank.deposit(amount, entry.valueDate());
                    } else {
                        bank.withdraw(amount, entry.valueDate());
                    }
                }
            }
            if (day == DAYS || random.nextInt(4) > 0) {
                bank.close(date);
            }
        }
    }

    /** The sum of each period's interest, each rounded once, from each day's balance in the log. */
    private static Money reckoned(InterestStory bank, Optional<InterestFrequency> posting, String rate, int sign) {
        TreeMap<LocalDate, BigDecimal> changes = new TreeMap<>();
        bank.story.log().forEach(event -> {
            if (event instanceof BalanceChanged changed) {
                LocalDate day = changed.movement().type().isOfInterest()
                        ? changed.valueDate().plusDays(1)
                        : changed.valueDate();
                BigDecimal amount = changed.movement().amount().amount();
                changes.merge(
                        day.isBefore(START) ? START : day,
                        changed instanceof AccountCredited ? amount : amount.negate(),
                        BigDecimal::add);
            }
        });
        TreeMap<LocalDate, BigDecimal> periods = new TreeMap<>();
        BigDecimal balance = BigDecimal.ZERO;
        for (LocalDate day = START; !day.isAfter(START.plusDays(DAYS)); day = day.plusDays(1)) {
            balance = balance.add(changes.getOrDefault(day, BigDecimal.ZERO));
            BigDecimal base = balance.multiply(BigDecimal.valueOf(sign)).max(BigDecimal.ZERO);
            periods.merge(start(posting, day), base, BigDecimal::add);
        }
        return periods.values().stream()
                .map(sum ->
                        sum.multiply(new BigDecimal(rate)).divide(BigDecimal.valueOf(365), 2, RoundingMode.HALF_EVEN))
                .map(amount -> Money.of(amount, bank.currency))
                .reduce(Money.zero(bank.currency), Money::plus);
    }

    private static LocalDate start(Optional<InterestFrequency> posting, LocalDate day) {
        return posting.map(frequency -> switch (frequency) {
                    case DAILY -> day;
                    case MONTHLY -> day.withDayOfMonth(1);
                    case QUARTERLY -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
                    case ANNUALLY -> day.withDayOfYear(1);
                })
                .orElse(START);
    }

    private static Money posted(InterestStory bank) {
        return bank.story.log().stream()
                .filter(InterestPosted.class::isInstance)
                .map(event -> ((InterestPosted) event).earned())
                .reduce(Money.zero(bank.currency), Money::plus);
    }

    @Provide
    Arbitrary<Optional<InterestFrequency>> postings() {
        return Arbitraries.of(InterestFrequency.class).optional();
    }

    @Provide
    Arbitrary<List<Entry>> entries() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.integers().between(0, 160),
                        Arbitraries.longs().between(-2_000_000, 3_000_000))
                .as(Entry::new)
                .list()
                .ofMaxSize(15);
    }
}
