package io.nexum.command.account;

import static io.nexum.command.account.InterestStory.conditions;
import static io.nexum.command.account.InterestStory.simple;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.DayStories;
import io.nexum.command.Story;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountCommand.AgreeInterest;
import io.nexum.kernel.account.AccountCommand.CloseAccount;
import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.InterestAccrued;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountRefusal.BalanceNotZero;
import io.nexum.kernel.account.AccountStatus;
import io.nexum.kernel.interest.BalanceMethod;
import io.nexum.kernel.interest.InterestFrequency;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.transaction.TransactionCommand.Reverse;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionRefusal.NotReversible;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where interest begins, changes and ends: 10,000 at 5 % earns 1.3698630... a day. */
class InterestAgreementsTest {
    private static final LocalDate APRIL = LocalDate.parse("2024-04-01");
    private static final LocalDate MAY = LocalDate.parse("2024-05-01");

    @Test
    void other_conditions_end_the_period_before_them() {
        InterestStory bank = new InterestStory("USD", APRIL, simple("0.05")).deposit("10000", APRIL);
        bank.closeAll(APRIL, APRIL.plusDays(9)).on(APRIL.plusDays(10));
        bank.story.send(new AgreeInterest(bank.account, Optional.of(simple("0.10"))));
        assertThat(bank.balance()).isEqualTo(bank.money("10013.70"));

        bank.closeAll(APRIL.plusDays(10), MAY.minusDays(1));

        // 20 days of 10,013.70 at 10 %.
        assertThat(bank.balance()).isEqualTo(bank.money("10068.57"));
    }

    @Test
    void interest_that_ended_is_still_corrected() {
        InterestStory bank = new InterestStory("USD", APRIL, simple("0.05")).deposit("10000", APRIL);
        bank.closeAll(APRIL, APRIL.plusDays(9)).on(APRIL.plusDays(10));
        bank.story.send(new AgreeInterest(bank.account, Optional.empty()));
        bank.closeAll(APRIL.plusDays(10), APRIL.plusDays(20)).deposit("10000", APRIL);

        bank.closeAll(APRIL.plusDays(20), MAY.minusDays(1));

        assertThat(bank.balance()).isEqualTo(bank.money("20027.40"));
    }

    @Test
    void by_hand_a_past_day_is_booked_today_and_a_month_under_way_is_posted_so_far() {
        InterestStory bank = new InterestStory("USD", APRIL, simple("0.05")).deposit("10000", APRIL);
        LocalDate today = APRIL.plusDays(12);

        List<DomainEvent> accrued = bank.run(DepositInterest.accrue(today), APRIL.plusDays(9));
        List<DomainEvent> posted = bank.run(DepositInterest.postMonth(today), APRIL.plusDays(9));
        List<DomainEvent> again = bank.run(DepositInterest.postMonth(today), APRIL.plusDays(9));

        assertThat(accrued).singleElement().isInstanceOfSatisfying(InterestAccrued.class, event -> {
            assertThat(event.bookingDate()).isEqualTo(today);
            assertThat(event.valueDate()).isEqualTo(APRIL.plusDays(9));
        });
        assertThat(posted).hasSize(2);
        assertThat(again).isEmpty();
        assertThat(bank.balance()).isEqualTo(bank.money("10013.70"));
        // The rest of April: 20 days of 10,013.70 are 27.44; together with ten of 10,000 they are rounded once, to
        // 41.13.
        assertThat(bank.closeAll(today, MAY.minusDays(1)).balance()).isEqualTo(bank.money("10041.13"));
    }

    @Test
    void an_account_under_a_product_earns_what_the_product_pays() {
        Story story = new Story().at("2024-04-01T12:00:00Z");
        DepositConditions plain = DepositConditions.plain(Currency.of("USD"));
        AccountId account = new StoryProducts(story)
                .account(new DepositConditions(
                        Optional.of(simple("0.05")),
                        plain.minimumBalance(),
                        plain.limits(),
                        plain.fees(),
                        plain.overdraftLimit(),
                        plain.negativeBalanceAllowed(),
                        plain.feesFromBalance(),
                        plain.lowBalanceAlert(),
                        plain.glAccounts()));
        story.deposit(account, Money.of("10000.00", "USD"));

        DayStories.close(story, DepositInterest.accrueAndPost(), AccountState.streamOf(account), MAY.minusDays(1));

        assertThat(story.balance(account)).isEqualTo(Money.of("10041.10", "USD"));
    }

    @Test
    void closing_pays_out_what_has_accrued() {
        InterestStory bank = new InterestStory("USD", APRIL, simple("0.05")).deposit("10000", APRIL);
        bank.closeAll(APRIL, APRIL.plusDays(9)).on(APRIL.plusDays(10));
        bank.story.refused(new CloseAccount(bank.account, "done"), BalanceNotZero.class);
        bank.withdraw("10000", APRIL.plusDays(10));

        bank.story.send(new CloseAccount(bank.account, "done"));

        assertThat(bank.story.opened(bank.account).status()).isEqualTo(AccountStatus.CLOSED);
        assertThat(bank.balance().isZero()).isTrue();
        assertThat(bank.ledger(DefaultChart.CASH)).isEqualTo(bank.money("-13.70"));
        assertThat(bank.ledger(DefaultChart.INTEREST_PAYABLE).isZero()).isTrue();
        assertThat(bank.close(APRIL.plusDays(10))).isEmpty();
    }

    @Test
    void an_account_that_owes_interest_closes_when_it_is_paid() {
        InterestStory bank = new InterestStory(
                        "USD",
                        APRIL,
                        conditions(
                                "0",
                                BalanceMethod.DAILY,
                                InterestFrequency.DAILY,
                                Optional.of(InterestFrequency.MONTHLY),
                                "0",
                                "0.18"),
                        "1000")
                .withdraw("1000", APRIL);
        bank.closeAll(APRIL, APRIL.plusDays(9)).on(APRIL.plusDays(10)).deposit("1000", APRIL.plusDays(10));
        BalanceNotZero owed = bank.story.refused(new CloseAccount(bank.account, "done"), BalanceNotZero.class);
        assertThat(owed.balance()).isEqualTo(bank.money("-4.93"));

        bank.deposit("4.93", APRIL.plusDays(10));
        bank.story.send(new CloseAccount(bank.account, "done"));

        assertThat(bank.balance().isZero()).isTrue();
    }

    @Test
    void interest_is_not_reversed() {
        InterestStory bank = new InterestStory("USD", APRIL, simple("0.05")).deposit("10000", APRIL);
        bank.closeAll(APRIL, MAY.minusDays(1));
        TransactionId posted = bank.story.log().stream()
                .filter(AccountCredited.class::isInstance)
                .map(event -> ((AccountCredited) event).transaction())
                .toList()
                .getLast();

        bank.story.refused(
                new Reverse(new TransactionId(UUID.randomUUID()), posted, bank.story.positionOf(posted), "a mistake"),
                NotReversible.class);
    }
}
