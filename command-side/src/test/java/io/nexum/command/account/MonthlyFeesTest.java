package io.nexum.command.account;

import static io.nexum.command.account.StoryProducts.fees;
import static io.nexum.command.product.Products.checking;
import static io.nexum.command.product.Products.deposit;
import static io.nexum.command.product.Products.fee;
import static io.nexum.command.product.Products.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.Story;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountCommand.FreezeAccount;
import io.nexum.kernel.account.AccountCommand.MoveToProduct;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.account.AccountEvent.MonthlyFeesSettled;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.product.DepositConditions.TransactionLimits;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductFee.Event;
import io.nexum.kernel.product.ProductFee.Frequency;
import io.nexum.kernel.product.ProductId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a product takes at the end of a month. */
class MonthlyFeesTest {
    private static final LocalDate MARCH_31 = LocalDate.of(2026, 3, 31);
    private static final LocalDate APRIL_30 = LocalDate.of(2026, 4, 30);

    private final Story story = new Story();
    private final StoryProducts products = new StoryProducts(story);

    @Test
    void a_months_end_takes_its_fees_once_and_only_as_much_as_can_be_spent() {
        AccountId account = products.account(deposit(
                "50.00", TransactionLimits.NONE, fee(Event.MAINTENANCE, "5.00"), fee(Event.MINIMUM_BALANCE, "10.00")));
        story.deposit(account, usd("40.00"));
        story.deposit(account, usd("60.00"));
        OpenedAccount march = story.opened(account);

        assertThat(decide(march, LocalDate.of(2026, 3, 30))).isEmpty();
        List<DomainEvent> events = decide(march, MARCH_31);

        assertThat(fees(events)).containsExactly(usd("5.00"), usd("10.00"));
        assertThat(events).last().isEqualTo(new MonthlyFeesSettled(account, MARCH_31));
        OpenedAccount after = after(march, events);
        assertThat(after.balance()).isEqualTo(usd("85.00"));
        assertThat(decide(after, MARCH_31)).isEmpty();
        assertThat(decide(after, LocalDate.of(2026, 4, 29))).isEmpty();
        // Through April the balance was never below 85.00.
        assertThat(fees(decide(after, APRIL_30))).containsExactly(usd("5.00"));
    }

    @Test
    void missed_months_are_made_up_for_and_a_frozen_account_waits() {
        AccountId account = products.account(deposit("0.00", TransactionLimits.NONE, fee(Event.MAINTENANCE, "5.00")));
        story.withdraw(account, usd("193.00"));
        OpenedAccount opened = story.opened(account);

        List<DomainEvent> events = decide(opened, APRIL_30.plusDays(3));

        assertThat(fees(events)).containsExactly(usd("5.00"), usd("2.00"));
        assertThat(events)
                .filteredOn(event -> event instanceof MonthlyFeesSettled)
                .hasSize(2);
        story.send(new FreezeAccount(account, "court order"));
        assertThat(decide(story.opened(account), MARCH_31)).isEmpty();
    }

    @Test
    void a_product_with_fees_charges_for_no_month_before_the_one_in_which_an_account_was_moved_to_it() {
        AccountId account = products.account(deposit("0.00", TransactionLimits.NONE));
        ProductId charging =
                products.offer(checking(deposit("0.00", TransactionLimits.NONE, fee(Event.MAINTENANCE, "5.00"))));
        assertThat(decide(story.opened(account), APRIL_30)).isEmpty();

        story.at("2026-06-15T12:00:00Z").send(new MoveToProduct(account, Optional.of(charging)));

        LocalDate june = LocalDate.of(2026, 6, 30);
        assertThat(decide(story.opened(account), june.minusDays(1))).isEmpty();
        assertThat(fees(decide(story.opened(account), june))).containsExactly(usd("5.00"));
    }

    @Test
    void a_yearly_fee_comes_again_in_the_same_month_after_a_leap_day_too() {
        story.at("2028-02-10T12:00:00Z");
        ProductFee yearly =
                ProductFee.of("yearly", Event.MAINTENANCE, FeeScale.fixed(usd("30.00")), Frequency.ANNUALLY);
        AccountId account = products.account(deposit("0.00", TransactionLimits.NONE, yearly));

        assertThat(fees(decide(story.opened(account), LocalDate.of(2029, 1, 31))))
                .containsExactly(usd("30.00"));
        assertThat(fees(decide(story.opened(account), LocalDate.of(2029, 2, 28))))
                .containsExactly(usd("30.00"), usd("30.00"));
    }

    @Test
    void a_fee_has_two_balanced_lines_and_counts_on_the_last_day_of_its_month() {
        AccountId account = products.account(deposit("0.00", TransactionLimits.NONE, fee(Event.MAINTENANCE, "5.00")));

        List<DomainEvent> events = decide(story.opened(account), APRIL_30);

        assertThat(events.getFirst()).isInstanceOfSatisfying(AccountDebited.class, fee -> {
            assertThat(fee.lines())
                    .containsExactly(
                            JournalLine.debit(DefaultChart.CHECKING_DEPOSITS, account, usd("5.00")),
                            JournalLine.credit(DefaultChart.FEE_INCOME, usd("5.00")));
            assertThat(fee.valueDate()).isEqualTo(MARCH_31);
            assertThat(fee.bookingDate()).isEqualTo(APRIL_30);
        });
    }

    private List<DomainEvent> decide(OpenedAccount account, LocalDate day) {
        return MonthlyFees.decide(account, day, story.now());
    }

    private static OpenedAccount after(OpenedAccount account, List<DomainEvent> events) {
        AccountState now = account;
        for (DomainEvent event : events) {
            now = AccountState.evolve(now, event);
        }
        return (OpenedAccount) now;
    }
}
