package io.nexum.command.axon;

import static io.nexum.command.axon.EntityFixture.refusal;

import io.nexum.command.account.AccountState;
import io.nexum.command.transaction.TransactionCommands;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.Refusal;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.account.AccountEvent.AccountClosed;
import io.nexum.kernel.account.AccountEvent.AccountFrozen;
import io.nexum.kernel.account.AccountEvent.HoldExpired;
import io.nexum.kernel.account.AccountEvent.HoldPlaced;
import io.nexum.kernel.account.AccountEvent.HoldReleased;
import io.nexum.kernel.account.AccountEvent.LowBalanceReached;
import io.nexum.kernel.account.AccountRefusal.AccountNotActive;
import io.nexum.kernel.account.AccountRefusal.CaptureAboveHold;
import io.nexum.kernel.account.AccountRefusal.CurrencyMismatch;
import io.nexum.kernel.account.AccountRefusal.DailyLimitExceeded;
import io.nexum.kernel.account.AccountRefusal.HoldNotActive;
import io.nexum.kernel.account.AccountRefusal.InsufficientFunds;
import io.nexum.kernel.account.AccountRefusal.MonthlyLimitExceeded;
import io.nexum.kernel.account.AccountRefusal.ValueDateOutOfRange;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.Channel;
import io.nexum.kernel.transaction.Instruction;
import io.nexum.kernel.transaction.TransactionCommand;
import io.nexum.kernel.transaction.TransactionCommand.CaptureHold;
import io.nexum.kernel.transaction.TransactionCommand.ChargeFee;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionCommand.Withdraw;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Money that moves on one account. */
class MoneyOnAccountTest {
    private static final HoldId HOLD = new HoldId(UUID.fromString("00000000-0000-0000-0000-000000000001"));
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private final GivenAccount account = new GivenAccount();
    private final List<DomainEvent> before = new ArrayList<>();
    private String now = "2026-03-10T12:00:00Z";

    @Test
    void a_deposit_credits_the_account() {
        expect(deposit("12.34"), account.credited("12.34", "12.34"));
    }

    @Test
    void a_withdrawal_debits_the_account_and_counts_on_its_own_day() {
        given(account.credited("100.00", "100.00"));
        expect(withdraw("40.00"), account.withdrawn("40.00", "60.00", TODAY));
    }

    @Test
    void a_fee_is_the_banks_income_and_uses_up_no_limit() {
        account.daily("1.00");
        given(account.credited("100.00", "100.00"));
        expect(fee("5.00"), account.charged("5.00", "95.00"));
    }

    @Test
    void what_is_not_there_is_not_paid_out() {
        given(account.credited("100.00", "100.00"));
        refuses(withdraw("100.01"), InsufficientFunds.class);
        refuses(fee("100.01"), InsufficientFunds.class);
    }

    @Test
    void the_minimum_balance_stays_and_the_overdraft_may_be_used() {
        account.limits("10.00", "50.00");
        given(account.credited("100.00", "100.00"));
        refuses(withdraw("140.01"), InsufficientFunds.class);
        expect(withdraw("140.00"), account.withdrawn("140.00", "-40.00", TODAY));
    }

    @Test
    void what_a_hold_sets_aside_is_not_spent_otherwise() {
        given(account.credited("100.00", "100.00"), placed("60.00"));
        refuses(withdraw("40.01"), InsufficientFunds.class);
        expect(withdraw("40.00"), account.withdrawn("40.00", "60.00", TODAY));
    }

    @Test
    void a_hold_is_captured_in_part_and_the_rest_stays_or_is_released() {
        given(account.credited("100.00", "100.00"), placed("60.00"));
        expect(capture("20.00", false), account.captured(HOLD, "20.00", "80.00"));
        expect(
                capture("20.00", true),
                account.captured(HOLD, "20.00", "80.00"),
                new HoldReleased(account.id(), HOLD, usd("40.00"), "remainder after capture"));
    }

    @Test
    void a_hold_is_captured_whole_if_no_amount_is_named() {
        given(account.credited("100.00", "100.00"), placed("60.00"), account.captured(HOLD, "20.00", "80.00"));
        expect(captureAll(), account.captured(HOLD, "40.00", "40.00"));
    }

    @Test
    void a_hold_is_never_captured_above_its_amount() {
        given(account.credited("100.00", "100.00"), placed("60.00"));
        refuses(capture("60.01", false), CaptureAboveHold.class);
        given(account.captured(HOLD, "20.00", "80.00"));
        refuses(capture("40.01", true), CaptureAboveHold.class);
        given(account.captured(HOLD, "40.00", "40.00"));
        refuses(capture("0.01", true), HoldNotActive.class);
        refuses(captureAll(), HoldNotActive.class);
    }

    @Test
    void a_hold_that_was_released_or_has_expired_is_not_captured() {
        given(account.credited("100.00", "100.00"), placed("60.00"));
        given(new HoldReleased(account.id(), HOLD, usd("60.00"), "x"));
        refuses(captureAll(), HoldNotActive.class);
        before.clear();
        given(account.credited("100.00", "100.00"), placed("60.00"));
        given(new HoldExpired(account.id(), HOLD, usd("60.00")));
        refuses(captureAll(), HoldNotActive.class);
    }

    @Test
    void a_hold_whose_time_is_over_is_not_captured_though_nobody_told_yet() {
        given(
                account.credited("100.00", "100.00"),
                new HoldPlaced(
                        account.id(),
                        HOLD,
                        usd("60.00"),
                        "hotel",
                        Optional.of(java.time.Instant.parse("2026-03-10T12:00:00Z"))));
        refuses(captureAll(), HoldNotActive.class);
        expect(withdraw("100.00"), account.withdrawn("100.00", "0.00", TODAY));
    }

    @Test
    void a_frozen_or_closed_account_neither_gives_nor_takes() {
        given(account.credited("100.00", "100.00"), placed("60.00"));
        given(new AccountFrozen(account.id(), "fraud suspected"));
        for (TransactionCommand<?> command : List.of(deposit("1.00"), withdraw("1.00"), fee("1.00"), captureAll())) {
            refuses(command, AccountNotActive.class);
        }
        before.clear();
        given(new AccountClosed(account.id(), "done"));
        refuses(deposit("1.00"), AccountNotActive.class);
    }

    @Test
    void a_daily_limit_counts_by_the_accounts_own_day() {
        account.daily("100.00");
        account.zone("Pacific/Auckland");
        // At 12:00 UTC it is already the 11th there, an hour old.
        given(account.credited("500.00", "500.00"), account.withdrawn("90.00", "410.00", TODAY));
        expect(withdraw("100.00"), account.withdrawn("100.00", "310.00", TODAY.plusDays(1)));
        given(account.withdrawn("1.00", "409.00", TODAY.plusDays(1)));
        refuses(withdraw("99.01"), DailyLimitExceeded.class);
        now = "2026-03-10T10:59:59Z";
        refuses(withdraw("99.01"), DailyLimitExceeded.class);
    }

    @Test
    void a_monthly_limit_counts_by_the_accounts_own_month() {
        account.monthly("100.00");
        account.zone("America/New_York");
        given(account.credited("500.00", "500.00"), account.withdrawn("90.00", "410.00", LocalDate.of(2026, 3, 30)));
        now = "2026-04-01T03:59:59Z";
        refuses(withdraw("10.01"), MonthlyLimitExceeded.class);
        now = "2026-04-01T04:00:00Z";
        new EntityFixture<>(AccountState.TYPE, new TransactionCommands(Duration.ZERO))
                .at(now)
                .given(events())
                .when(withdraw("100.00"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_low_balance_is_told_once_when_it_is_crossed() {
        account.alertBelow("50.00");
        given(account.credited("100.00", "100.00"));
        expect(withdraw("50.00"), account.withdrawn("50.00", "50.00", TODAY));
        expect(
                withdraw("50.01"),
                account.withdrawn("50.01", "49.99", TODAY),
                new LowBalanceReached(account.id(), usd("49.99"), usd("50.00")));
        given(account.withdrawn("50.01", "49.99", TODAY));
        expect(withdraw("1.00"), account.withdrawn("1.00", "48.99", TODAY));
    }

    @Test
    void a_value_date_is_from_ten_years_ago_through_today() {
        expectAccepted(valued(LocalDate.of(2016, 3, 10)));
        refuses(valued(LocalDate.of(2016, 3, 9)), ValueDateOutOfRange.class);
        refuses(valued(TODAY.plusDays(1)), ValueDateOutOfRange.class);
    }

    @Test
    void an_amount_is_above_zero_and_in_the_accounts_currency() {
        refuses(deposit("0.00"), InvalidValue.class);
        refuses(deposit("-1.00"), InvalidValue.class);
        refuses(new Deposit(account.id(), instruction(Money.of("1.00", "EUR"))), CurrencyMismatch.class);
        refuses(new Withdraw(account.id(), instruction(Money.of("1", "JPY"))), CurrencyMismatch.class);
    }

    private void given(DomainEvent... events) {
        before.addAll(List.of(events));
    }

    private List<DomainEvent> events() {
        List<DomainEvent> events = new ArrayList<>(List.of(account.opened()));
        events.addAll(before);
        return events;
    }

    private EntityFixture<TransactionCommand<?>>.When when() {
        return new EntityFixture<>(AccountState.TYPE, new TransactionCommands(Duration.ZERO))
                .at(now)
                .given(events());
    }

    private void expect(TransactionCommand<?> command, DomainEvent... events) {
        when().when(command).expectEvents((Object[]) events);
    }

    private void expectAccepted(TransactionCommand<?> command) {
        when().when(command).expectSuccessfulHandlerExecution();
    }

    private void refuses(TransactionCommand<?> command, Class<? extends Refusal> why) {
        when().when(command).expectNoEvents().expectException(refusal(why));
    }

    private Deposit deposit(String amount) {
        return new Deposit(account.id(), instruction(usd(amount)));
    }

    private Withdraw withdraw(String amount) {
        return new Withdraw(account.id(), instruction(usd(amount)));
    }

    private ChargeFee fee(String amount) {
        return new ChargeFee(account.id(), instruction(usd(amount)));
    }

    private Deposit valued(LocalDate date) {
        return new Deposit(
                account.id(),
                new Instruction(
                        account.transaction(),
                        usd("1.00"),
                        "test",
                        Optional.empty(),
                        Channel.ONLINE,
                        Optional.of(date),
                        Map.of()));
    }

    private CaptureHold capture(String amount, boolean releaseRemainder) {
        return new CaptureHold(
                account.id(),
                HOLD,
                account.transaction(),
                Optional.of(usd(amount)),
                releaseRemainder,
                "test",
                Optional.empty());
    }

    private CaptureHold captureAll() {
        return new CaptureHold(
                account.id(), HOLD, account.transaction(), Optional.empty(), false, "test", Optional.empty());
    }

    private HoldPlaced placed(String amount) {
        return new HoldPlaced(account.id(), HOLD, usd(amount), "hotel", Optional.empty());
    }

    private Instruction instruction(Money amount) {
        return Instruction.of(account.transaction(), amount, "test");
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
