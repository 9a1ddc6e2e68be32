package io.nexum.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.Story;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.account.AccountCommand.CloseAccount;
import io.nexum.kernel.account.AccountCommand.OpenAccount;
import io.nexum.kernel.account.AccountCommand.PlaceHold;
import io.nexum.kernel.account.AccountEvent.AccountOpened;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.AccountRefusal.AccountHasHolds;
import io.nexum.kernel.account.AccountRefusal.AccountNotActive;
import io.nexum.kernel.account.AccountRefusal.AmountTooLarge;
import io.nexum.kernel.account.AccountRefusal.BalanceNotZero;
import io.nexum.kernel.account.AccountRefusal.DailyLimitExceeded;
import io.nexum.kernel.account.AccountStatus;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.customer.CustomerCommand.CloseCustomer;
import io.nexum.kernel.customer.CustomerEvent.CustomerAccountOpened;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.CustomerRefusal.CustomerHasOpenAccounts;
import io.nexum.kernel.customer.CustomerRefusal.CustomerNotActive;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionCommand.Withdraw;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Opening and closing, which concern the customer too. */
class AccountLifeTest {
    private static final AccountLimits NO_LIMITS = AccountLimits.none(Currency.of("USD"));
    private final Story story = new Story();

    @Test
    void an_account_is_opened_for_an_active_customer_who_is_told_of_it() {
        CustomerId customer = story.customer();
        int before = story.log().size();

        AccountId account = story.send(Story.opening(customer, NO_LIMITS));

        assertThat(story.since(before)).hasSize(2);
        assertThat(story.since(before).getFirst()).isInstanceOf(AccountOpened.class);
        assertThat(story.since(before).getLast()).isEqualTo(new CustomerAccountOpened(customer, account));
    }

    @Test
    void an_account_is_not_opened_for_nobody_nor_for_a_closed_customer() {
        CustomerId closed = story.customer();
        story.send(new CloseCustomer(closed, "moved away"));

        story.refused(Story.opening(closed, NO_LIMITS), CustomerNotActive.class);
        story.refused(Story.opening(new CustomerId(UUID.randomUUID()), NO_LIMITS), NotFound.class);
    }

    @Test
    void an_account_id_and_an_account_number_are_taken_once() {
        OpenAccount first = Story.opening(story.customer(), NO_LIMITS);
        story.send(first);
        OpenAccount other = Story.opening(story.customer(), NO_LIMITS);

        story.refused(first, AlreadyTaken.class);
        story.refused(with(other, first.accountNumber(), other.timeZone()), AlreadyTaken.class);
    }

    @Test
    void an_account_is_closed_at_zero_and_without_holds_only() {
        AccountId account = story.account("USD", "10.00");
        story.refused(new CloseAccount(account, "done"), BalanceNotZero.class);
        story.send(new PlaceHold(
                account, hold(), usd("4.00"), "hotel", Optional.of(story.now().plusSeconds(60))));
        story.refused(new CloseAccount(account, "done"), AccountHasHolds.class);
        story.at("2026-03-10T13:00:00Z").withdraw(account, usd("10.00"));

        story.send(new CloseAccount(account, "done"));

        assertThat(story.opened(account).status()).isEqualTo(AccountStatus.CLOSED);
        story.refused(new Deposit(account, Story.instruction(usd("1.00"))), AccountNotActive.class);
        story.refused(new CloseAccount(account, "again"), AccountNotActive.class);
    }

    @Test
    void a_customer_is_closed_after_all_their_accounts() {
        CustomerId customer = story.customer();
        AccountId account = story.send(Story.opening(customer, NO_LIMITS));
        assertThat(story.refused(new CloseCustomer(customer, "left"), CustomerHasOpenAccounts.class)
                        .openAccounts())
                .isEqualTo(1);

        story.send(new CloseAccount(account, "left"));
        story.send(new CloseCustomer(customer, "left"));

        story.refused(new CloseCustomer(customer, "again"), CustomerNotActive.class);
    }

    @Test
    void a_daily_limit_counts_by_the_accounts_own_day_from_its_first_day_on() {
        AccountLimits limits = new AccountLimits(
                usd("0.00"), usd("0.00"), Optional.of(usd("100.00")), Optional.empty(), Optional.empty());
        // It is the 10th at the bank and still the 9th in Los Angeles.
        story.at("2026-03-10T03:00:00Z");
        AccountId account =
                story.send(with(Story.opening(story.customer(), limits), "LA-1", ZoneId.of("America/Los_Angeles")));
        story.deposit(account, usd("500.00"));
        story.withdraw(account, usd("100.00"));
        story.at("2026-03-10T06:59:59Z");
        story.refused(new Withdraw(account, Story.instruction(usd("0.01"))), DailyLimitExceeded.class);

        story.at("2026-03-10T07:00:00Z").withdraw(account, usd("100.00"));

        assertThat(story.balance(account)).isEqualTo(usd("300.00"));
        story.refused(new Withdraw(account, Story.instruction(usd("0.01"))), DailyLimitExceeded.class);
    }

    @Test
    void a_balance_beyond_what_an_account_can_hold_is_refused_and_the_greatest_overdraft_does_not_break_it() {
        AccountLimits limits = new AccountLimits(
                usd("0.00"), usd("999999999999999999.00"), Optional.empty(), Optional.empty(), Optional.empty());
        AccountId account = story.send(Story.opening(story.customer(), limits));

        story.deposit(account, usd("999999999999999999.99"));

        story.refused(new Deposit(account, Story.instruction(usd("0.01"))), AmountTooLarge.class);
        assertThat(story.balance(account)).isEqualTo(usd("999999999999999999.99"));
    }

    private static OpenAccount with(OpenAccount opening, String number, ZoneId zone) {
        return new OpenAccount(
                opening.account(),
                opening.customer(),
                opening.productType(),
                opening.productCode(),
                opening.currency(),
                opening.name(),
                number,
                zone,
                opening.limits(),
                Map.of());
    }

    private static HoldId hold() {
        return new HoldId(UUID.randomUUID());
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
