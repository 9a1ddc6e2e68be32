package io.nexum.command.account;

import static io.nexum.command.account.InterestStory.conditions;
import static io.nexum.command.account.InterestStory.simple;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.DayStories;
import io.nexum.command.Story;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountCommand.FreezeAccount;
import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.InterestAccrued;
import io.nexum.kernel.account.AccountEvent.InterestPosted;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountRefusal.ValueDateOutOfRange;
import io.nexum.kernel.interest.BalanceMethod;
import io.nexum.kernel.interest.InterestFrequency;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.transaction.Channel;
import io.nexum.kernel.transaction.Instruction;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** 10,000 at 5 % earns 1.3698630... a day. */
class DepositInterestTest {
    private static final LocalDate APRIL = LocalDate.parse("2024-04-01");
    private static final LocalDate MAY = LocalDate.parse("2024-05-01");

    @Test
    void each_day_accrues_to_the_ledger_what_is_not_there_yet() {
        InterestStory bank = new InterestStory("USD", APRIL, simple("0.05")).deposit("10000", APRIL);

        List<DomainEvent> first = bank.close(APRIL);
        List<DomainEvent> second = bank.close(APRIL.plusDays(1));

        assertThat(first).singleElement().isInstanceOfSatisfying(InterestAccrued.class, accrued -> {
            assertThat(accrued.earned()).isEqualTo(bank.money("1.37"));
            assertThat(accrued.lines())
                    .containsExactly(
                            JournalLine.debit(DefaultChart.INTEREST_EXPENSE, bank.money("1.37")),
                            JournalLine.credit(DefaultChart.INTEREST_PAYABLE, bank.money("1.37")));
        });
        assertThat(second)
                .singleElement()
                .isInstanceOfSatisfying(
                        InterestAccrued.class,
                        accrued -> assertThat(accrued.earned()).isEqualTo(bank.money("1.37")));
        assertThat(bank.closeAll(APRIL.plusDays(2), APRIL.plusDays(2)).accrued())
                .isEqualTo(bank.money("4.11"));
        assertThat(bank.balance()).isEqualTo(bank.money("10000"));
    }

    @Test
    void thirty_days_of_ten_thousand_at_five_percent_are_posted_as_41_10_when_the_month_ends() {
        InterestStory bank = new InterestStory("USD", APRIL, simple("0.05")).deposit("10000", APRIL);
        bank.closeAll(APRIL, MAY.minusDays(2));

        List<DomainEvent> last = bank.close(MAY.minusDays(1));

        assertThat(last).hasSize(3);
        assertThat(last.get(1))
                .isEqualTo(new InterestPosted(
                        bank.account, MAY.minusDays(1), bank.money("41.10"), bank.money("0"), bank.money("0")));
        assertThat(last.get(2)).isInstanceOfSatisfying(AccountCredited.class, credited -> {
            assertThat(credited.movement().type()).isEqualTo(TransactionType.INTEREST_CREDIT);
            assertThat(credited.movement().valueDate()).isEqualTo(MAY.minusDays(1));
        });
        assertThat(bank.balance()).isEqualTo(bank.money("10041.10"));
        assertThat(bank.ledger(DefaultChart.INTEREST_PAYABLE).isZero()).isTrue();
    }

    @Test
    void a_yen_has_no_parts_and_a_dinar_a_thousand() {
        InterestStory yen = new InterestStory("JPY", APRIL, simple("0.001")).deposit("1000000", APRIL);
        InterestStory dinar = new InterestStory("KWD", APRIL, simple("0.03")).deposit("1000", APRIL);

        assertThat(yen.closeAll(APRIL, MAY.minusDays(1)).balance()).isEqualTo(yen.money("1000082"));
        assertThat(dinar.closeAll(APRIL, MAY.minusDays(1)).balance()).isEqualTo(dinar.money("1002.466"));
    }

    @Test
    void a_day_that_comes_again_does_nothing() {
        InterestStory bank = new InterestStory("USD", APRIL, simple("0.05")).deposit("10000", APRIL);
        bank.closeAll(APRIL, MAY);

        assertThat(bank.close(MAY)).isEmpty();
        assertThat(bank.close(MAY.minusDays(1))).isEmpty();
        assertThat(bank.close(APRIL)).isEmpty();
    }

    @Test
    void days_that_were_missed_are_made_up_for_and_a_posting_counts_as_if_it_had_been_in_time() {
        InterestStory missed = new InterestStory("USD", APRIL, simple("0.05")).deposit("10000", APRIL);
        InterestStory daily = new InterestStory("USD", APRIL, simple("0.05")).deposit("10000", APRIL);
        LocalDate end = LocalDate.parse("2024-07-05");

        missed.close(end);
        daily.closeAll(APRIL, end);

        assertThat(missed.balance()).isEqualTo(daily.balance());
        assertThat(missed.accrued()).isEqualTo(daily.accrued());
    }

    @Test
    void an_account_without_interest_and_one_without_a_balance_do_nothing() {
        Story story = new Story();
        AccountId none = story.account("USD", "10000.00");
        InterestStory empty = new InterestStory("USD", APRIL, simple("0.05"));

        assertThat(DayStories.close(
                        story,
                        DepositInterest.accrueAndPost(),
                        AccountState.streamOf(none),
                        LocalDate.parse("2026-03-10")))
                .isEmpty();
        assertThat(empty.close(APRIL)).isEmpty();
        assertThat(empty.close(LocalDate.parse("2034-04-30"))).isEmpty();
    }

    @Test
    void an_entry_that_counts_from_an_earlier_day_is_made_up_for() {
        InterestStory bank = new InterestStory("USD", APRIL, simple("0.05")).deposit("10000", APRIL);
        bank.closeAll(APRIL, APRIL.plusDays(9));
        bank.on(APRIL.plusDays(10)).deposit("10000", APRIL.plusDays(1));

        bank.close(APRIL.plusDays(10));

        // Eleven days of 10,000 and ten of another 10,000: 21 * 1.3698630.
        assertThat(bank.accrued()).isEqualTo(bank.money("28.77"));
    }

    @Test
    void an_entry_that_counts_from_before_a_posting_corrects_it_with_the_next_one() {
        InterestStory bank = new InterestStory("USD", APRIL, simple("0.05")).deposit("10000", APRIL);
        bank.closeAll(APRIL, MAY.plusDays(1));
        bank.on(MAY.plusDays(2)).withdraw("6000", APRIL.plusDays(10));

        bank.closeAll(MAY.plusDays(2), LocalDate.parse("2024-05-31"));

        // April: 10 days of 10,000 and 20 of 4,000 are 24.66, of which 41.10 was posted. May: 31 days of 4,041.10.
        assertThat(bank.interest().booked(APRIL).earned()).isEqualTo(bank.money("24.66"));
        assertThat(bank.interest().booked(MAY).earned()).isEqualTo(bank.money("17.16"));
        assertThat(bank.balance()).isEqualTo(bank.money("4041.82"));
        assertThat(bank.ledger(DefaultChart.INTEREST_PAYABLE).isZero()).isTrue();
    }

    @Test
    void a_correction_can_take_back_more_than_the_period_earned() {
        InterestStory bank = new InterestStory("USD", APRIL, simple("0.05")).deposit("10000", APRIL);
        bank.closeAll(APRIL, MAY.minusDays(1));
        bank.on(MAY).withdraw("10000", APRIL);

        bank.closeAll(MAY, LocalDate.parse("2024-05-31"));

        assertThat(bank.interest().booked(APRIL).earned()).isEqualTo(bank.money("0"));
        assertThat(bank.interest().booked(MAY).earned()).isEqualTo(bank.money("0.17"));
        assertThat(bank.balance()).isEqualTo(bank.money("0.17"));
    }

    @Test
    void tax_is_withheld_when_interest_is_posted() {
        InterestStory bank = new InterestStory(
                        "USD",
                        APRIL,
                        conditions(
                                "0.05",
                                BalanceMethod.DAILY,
                                InterestFrequency.DAILY,
                                Optional.of(InterestFrequency.MONTHLY),
                                "0.25",
                                "0"))
                .deposit("10000", APRIL);

        bank.closeAll(APRIL, MAY.minusDays(1));
        // A quarter of 41.10 is 10.275, which is rounded to the even cent.
        assertThat(bank.balance()).isEqualTo(bank.money("10030.82"));
        assertThat(bank.ledger(DefaultChart.TAXES_WITHHELD)).isEqualTo(bank.money("-10.28"));
    }

    @Test
    void an_overdraft_costs_interest_where_the_conditions_say_so() {
        InterestStory bank = new InterestStory(
                        "USD",
                        APRIL,
                        conditions(
                                "0.05",
                                BalanceMethod.DAILY,
                                InterestFrequency.DAILY,
                                Optional.of(InterestFrequency.MONTHLY),
                                "0",
                                "0.18"),
                        "1000")
                .withdraw("1000", APRIL);
        bank.closeAll(APRIL, APRIL.plusDays(9)).on(APRIL.plusDays(10)).deposit("3000", APRIL.plusDays(10));
        bank.closeAll(APRIL.plusDays(10), MAY.minusDays(1));

        // Ten days of 1,000 owed at 18 % are 4.93; twenty of 2,000 at 5 % are 5.48.
        assertThat(bank.balance()).isEqualTo(bank.money("2000.55"));
        assertThat(bank.ledger(DefaultChart.INTEREST_INCOME)).isEqualTo(bank.money("-4.93"));
        assertThat(bank.ledger(DefaultChart.INTEREST_EXPENSE)).isEqualTo(bank.money("5.48"));
        assertThat(bank.ledger(DefaultChart.INTEREST_RECEIVABLE).isZero()).isTrue();
    }

    @Test
    void the_minimum_falls_back_on_what_had_accrued() {
        InterestStory bank = new InterestStory(
                        "USD",
                        APRIL,
                        conditions(
                                "0.05",
                                BalanceMethod.MINIMUM,
                                InterestFrequency.DAILY,
                                Optional.of(InterestFrequency.MONTHLY),
                                "0",
                                "0"))
                .deposit("10000", APRIL);
        bank.closeAll(APRIL, APRIL.plusDays(19));
        assertThat(bank.accrued()).isEqualTo(bank.money("27.40"));

        bank.on(APRIL.plusDays(20)).withdraw("10000", APRIL.plusDays(20));
        bank.closeAll(APRIL.plusDays(20), MAY.minusDays(1));

        assertThat(bank.accrued().isZero()).isTrue();
        assertThat(bank.balance().isZero()).isTrue();
    }

    @Test
    void accrual_and_posting_have_frequencies_of_their_own() {
        InterestStory bank = new InterestStory(
                        "USD",
                        APRIL,
                        conditions(
                                "0.05",
                                BalanceMethod.DAILY,
                                InterestFrequency.MONTHLY,
                                Optional.of(InterestFrequency.QUARTERLY),
                                "0",
                                "0"))
                .deposit("10000", APRIL);

        assertThat(bank.closeAll(APRIL, MAY.minusDays(2)).accrued().isZero()).isTrue();
        assertThat(bank.closeAll(MAY.minusDays(1), MAY.minusDays(1)).accrued()).isEqualTo(bank.money("41.10"));
        assertThat(bank.balance()).isEqualTo(bank.money("10000"));
        // 91 days of the quarter.
        assertThat(bank.closeAll(MAY, LocalDate.parse("2024-06-30")).balance()).isEqualTo(bank.money("10124.66"));
    }

    @Test
    void periods_of_an_account_that_slept_are_not_posted_one_by_one() {
        InterestStory bank = new InterestStory("USD", APRIL, simple("0.05"));
        LocalDate later = LocalDate.parse("2030-04-10");

        bank.on(later).deposit("10000", later);

        assertThat(bank.close(later)).hasSize(1);
        assertThat(bank.close(later)).isEmpty();
        assertThat(bank.close(LocalDate.parse("2030-04-30"))).hasSize(3);
    }

    @Test
    void a_frozen_account_goes_on_earning() {
        InterestStory bank = new InterestStory("USD", APRIL, simple("0.05")).deposit("10000", APRIL);
        bank.story.send(new FreezeAccount(bank.account, "lost card"));

        assertThat(bank.closeAll(APRIL, MAY.minusDays(1)).balance()).isEqualTo(bank.money("10041.10"));
    }

    @Test
    void after_years_only_the_last_two_are_looked_back_on() {
        InterestStory bank = new InterestStory("USD", APRIL, simple("0.05")).deposit("10000", APRIL);
        LocalDate end = LocalDate.parse("2028-04-30");
        bank.closeAll(APRIL, end);

        assertThat(bank.interest().booked()).hasSize(25);
        assertThat(bank.interest().balances().since()).isEqualTo(LocalDate.parse("2026-04-01"));
        bank.deposit("1", LocalDate.parse("2026-04-01"));
        bank.story.refused(
                new Deposit(
                        bank.account,
                        new Instruction(
                                new TransactionId(UUID.randomUUID()),
                                bank.money("1"),
                                "late",
                                Optional.empty(),
                                Channel.BRANCH,
                                Optional.of(LocalDate.parse("2026-03-31")),
                                Map.of())),
                ValueDateOutOfRange.class);
    }
}
