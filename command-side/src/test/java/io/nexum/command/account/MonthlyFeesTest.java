package io.nexum.command.account;

import static io.nexum.command.account.StoryProducts.fees;
import static io.nexum.command.product.Products.deposit;
import static io.nexum.command.product.Products.fee;
import static io.nexum.command.product.Products.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.Story;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountCommand.FreezeAccount;
import io.nexum.kernel.account.AccountEvent.MonthlyFeesSettled;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.product.DepositConditions.TransactionLimits;
import io.nexum.kernel.product.ProductFee.Event;
import java.time.LocalDate;
import java.util.List;
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

        assertThat(MonthlyFees.decide(march, LocalDate.of(2026, 3, 30))).isEmpty();
        List<DomainEvent> events = MonthlyFees.decide(march, MARCH_31);

        assertThat(fees(events)).containsExactly(usd("5.00"), usd("10.00"));
        assertThat(events).last().isEqualTo(new MonthlyFeesSettled(account, MARCH_31));
        OpenedAccount after = after(march, events);
        assertThat(after.balance()).isEqualTo(usd("85.00"));
        assertThat(MonthlyFees.decide(after, MARCH_31)).isEmpty();
        assertThat(MonthlyFees.decide(after, LocalDate.of(2026, 4, 29))).isEmpty();
        // Through April the balance was never below 85.00.
        assertThat(fees(MonthlyFees.decide(after, APRIL_30))).containsExactly(usd("5.00"));
    }

    @Test
    void missed_months_are_made_up_for_and_a_frozen_account_waits() {
        AccountId account = products.account(deposit("0.00", TransactionLimits.NONE, fee(Event.MAINTENANCE, "5.00")));
        story.withdraw(account, usd("193.00"));
        OpenedAccount opened = story.opened(account);

        List<DomainEvent> events = MonthlyFees.decide(opened, APRIL_30.plusDays(3));

        assertThat(fees(events)).containsExactly(usd("5.00"), usd("2.00"));
        assertThat(events)
                .filteredOn(event -> event instanceof MonthlyFeesSettled)
                .hasSize(2);
        story.send(new FreezeAccount(account, "court order"));
        assertThat(MonthlyFees.decide(story.opened(account), MARCH_31)).isEmpty();
    }

    private static OpenedAccount after(OpenedAccount account, List<DomainEvent> events) {
        AccountState now = account;
        for (DomainEvent event : events) {
            now = AccountState.evolve(now, event);
        }
        return (OpenedAccount) now;
    }
}
