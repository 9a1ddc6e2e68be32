package io.nexum.command.axon;

import static io.nexum.command.axon.EntityFixture.refusal;

import io.nexum.command.account.AccountCommands;
import io.nexum.command.account.AccountState;
import io.nexum.kernel.Refusal;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.account.AccountCommand;
import io.nexum.kernel.account.AccountCommand.ChangeAccount;
import io.nexum.kernel.account.AccountCommand.ExpireHolds;
import io.nexum.kernel.account.AccountCommand.FreezeAccount;
import io.nexum.kernel.account.AccountCommand.PlaceHold;
import io.nexum.kernel.account.AccountCommand.ReleaseHold;
import io.nexum.kernel.account.AccountCommand.UnfreezeAccount;
import io.nexum.kernel.account.AccountEvent.AccountChanged;
import io.nexum.kernel.account.AccountEvent.AccountClosed;
import io.nexum.kernel.account.AccountEvent.AccountFrozen;
import io.nexum.kernel.account.AccountEvent.AccountUnfrozen;
import io.nexum.kernel.account.AccountEvent.HoldExpired;
import io.nexum.kernel.account.AccountEvent.HoldPlaced;
import io.nexum.kernel.account.AccountEvent.HoldReleased;
import io.nexum.kernel.account.AccountRefusal.AccountNotActive;
import io.nexum.kernel.account.AccountRefusal.AccountNotFrozen;
import io.nexum.kernel.account.AccountRefusal.CurrencyMismatch;
import io.nexum.kernel.account.AccountRefusal.DailyLimitExceeded;
import io.nexum.kernel.account.AccountRefusal.HoldExpiresInThePast;
import io.nexum.kernel.account.AccountRefusal.HoldNotActive;
import io.nexum.kernel.account.AccountRefusal.InsufficientFunds;
import io.nexum.kernel.account.AccountRefusal.TooManyHolds;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An account's life but for the money that moves: holds, freezing, its limits. */
class AccountAggregateTest {
    private static final HoldId HOLD = new HoldId(UUID.fromString("00000000-0000-0000-0000-000000000001"));
    private final EntityFixture<AccountCommand<?>> fixture =
            new EntityFixture<>(AccountState.TYPE, new AccountCommands());
    private final GivenAccount account = new GivenAccount();

    @Test
    void a_hold_sets_money_aside() {
        fixture.given(account.opened(), account.credited("100.00", "100.00"))
                .when(hold("100.00"))
                .expectEvents(placed("100.00"));
    }

    @Test
    void a_hold_needs_money_that_can_be_spent() {
        fixture.given(account.opened(), account.credited("100.00", "100.00"), placed("60.00"))
                .when(anotherHold("40.01"))
                .expectException(refusal(InsufficientFunds.class));
    }

    @Test
    void a_hold_can_use_the_overdraft_and_not_the_minimum_balance() {
        account.limits("10.00", "50.00");
        fixture.given(account.opened(), account.credited("100.00", "100.00"))
                .when(hold("140.01"))
                .expectException(refusal(InsufficientFunds.class));
        new EntityFixture<>(AccountState.TYPE, new AccountCommands())
                .given(account.opened(), account.credited("100.00", "100.00"))
                .when(hold("140.00"))
                .expectEvents(placed("140.00"));
    }

    @Test
    void a_hold_is_placed_within_the_limits() {
        account.daily("50.00");
        fixture.given(account.opened(), account.credited("100.00", "100.00"))
                .when(hold("50.01"))
                .expectException(refusal(DailyLimitExceeded.class));
    }

    @Test
    void a_hold_whose_time_is_over_sets_nothing_aside() {
        fixture.given(account.opened(), account.credited("100.00", "100.00"), placedUntil("100.00", fixture.now()))
                .when(anotherHold("100.00"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_hold_is_an_amount_above_zero_in_the_accounts_currency_that_ends_later() {
        refuses(hold("0.00"), InvalidValue.class);
        refuses(
                new PlaceHold(account.id(), HOLD, Money.of("1.00", "EUR"), "x", Optional.empty()),
                CurrencyMismatch.class);
        refuses(
                new PlaceHold(account.id(), HOLD, usd("1.00"), "x", Optional.of(fixture.now())),
                HoldExpiresInThePast.class);
    }

    @Test
    void a_hold_has_an_id_of_its_own() {
        fixture.given(account.opened(), account.credited("100.00", "100.00"), placed("1.00"))
                .when(hold("1.00"))
                .expectException(refusal(AlreadyTaken.class));
    }

    @Test
    void an_account_has_so_many_holds_at_most() {
        List<io.nexum.kernel.DomainEvent> events =
                new ArrayList<>(List.of(account.opened(), account.credited("1000.00", "1000.00")));
        for (int i = 0; i < 100; i++) {
            events.add(new HoldPlaced(
                    account.id(), new HoldId(UUID.randomUUID()), usd("1.00"), "hotel", Optional.empty()));
        }
        fixture.given(events).when(hold("1.00")).expectException(refusal(TooManyHolds.class));
    }

    @Test
    void a_released_hold_gives_back_what_was_left_of_it() {
        fixture.given(
                        account.opened(),
                        account.credited("100.00", "100.00"),
                        placed("60.00"),
                        account.captured(HOLD, "20.00", "80.00"))
                .when(new ReleaseHold(account.id(), HOLD, "stay cancelled"))
                .expectEvents(new HoldReleased(account.id(), HOLD, usd("40.00"), "stay cancelled"));
    }

    @Test
    void a_hold_that_is_gone_is_not_released() {
        fixture.given(
                        account.opened(),
                        account.credited("100.00", "100.00"),
                        placed("60.00"),
                        account.captured(HOLD, "60.00", "40.00"))
                .when(new ReleaseHold(account.id(), HOLD, "x"))
                .expectException(refusal(HoldNotActive.class));
        refuses(new ReleaseHold(account.id(), HOLD, "x"), HoldNotActive.class);
    }

    @Test
    void holds_expire_at_their_time_and_only_those() {
        HoldId later = new HoldId(UUID.randomUUID());
        fixture.given(
                        account.opened(),
                        account.credited("100.00", "100.00"),
                        placedUntil("60.00", fixture.now()),
                        new HoldPlaced(
                                account.id(),
                                later,
                                usd("10.00"),
                                "hotel",
                                Optional.of(fixture.now().plusMillis(1))))
                .when(new ExpireHolds(account.id()))
                .expectEvents(new HoldExpired(account.id(), HOLD, usd("60.00")))
                .expectResultMessagePayload(List.of(HOLD));
    }

    @Test
    void an_active_account_is_frozen_and_a_frozen_one_unfrozen() {
        fixture.given(account.opened())
                .when(new FreezeAccount(account.id(), "fraud suspected"))
                .expectEvents(new AccountFrozen(account.id(), "fraud suspected"));
        new EntityFixture<>(AccountState.TYPE, new AccountCommands())
                .given(account.opened(), new AccountFrozen(account.id(), "fraud suspected"))
                .when(new UnfreezeAccount(account.id(), "cleared"))
                .expectEvents(new AccountUnfrozen(account.id(), "cleared"));
        refuses(new UnfreezeAccount(account.id(), "x"), AccountNotFrozen.class);
    }

    @Test
    void a_frozen_account_is_neither_frozen_again_nor_given_holds() {
        AccountFrozen frozen = new AccountFrozen(account.id(), "fraud suspected");
        for (AccountCommand<?> command : List.of(new FreezeAccount(account.id(), "x"), hold("1.00"))) {
            new EntityFixture<>(AccountState.TYPE, new AccountCommands())
                    .given(account.opened(), account.credited("100.00", "100.00"), frozen)
                    .when(command)
                    .expectException(refusal(AccountNotActive.class));
        }
    }

    @Test
    void a_hold_on_a_frozen_account_can_still_be_released() {
        fixture.given(
                        account.opened(),
                        account.credited("100.00", "100.00"),
                        placed("60.00"),
                        new AccountFrozen(account.id(), "fraud suspected"))
                .when(new ReleaseHold(account.id(), HOLD, "x"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_change_changes_what_it_names() {
        account.limits("10.00", "50.00");
        fixture.given(account.opened())
                .when(change("Holiday", Optional.of(usd("70.00"))))
                .expectEvents(
                        new AccountChanged(account.id(), "Holiday", account.limitsOf("10.00", "70.00"), Map.of()));
    }

    @Test
    void limits_are_in_the_accounts_currency_and_not_below_zero() {
        refuses(change("x", Optional.of(Money.of("1.00", "EUR"))), InvalidValue.class);
        refuses(change("x", Optional.of(usd("-1.00"))), InvalidValue.class);
    }

    @Test
    void a_closed_account_is_left_as_it_is() {
        for (AccountCommand<?> command :
                List.of(change("x", Optional.empty()), new FreezeAccount(account.id(), "x"), hold("1.00"))) {
            new EntityFixture<>(AccountState.TYPE, new AccountCommands())
                    .given(account.opened(), new AccountClosed(account.id(), "done"))
                    .when(command)
                    .expectException(refusal(AccountNotActive.class));
        }
    }

    @Test
    void an_account_that_was_never_opened_is_not_found() {
        fixture.given().when(new FreezeAccount(account.id(), "x")).expectException(refusal(NotFound.class));
    }

    private void refuses(AccountCommand<?> command, Class<? extends Refusal> why) {
        new EntityFixture<>(AccountState.TYPE, new AccountCommands())
                .given(account.opened(), account.credited("100.00", "100.00"))
                .when(command)
                .expectNoEvents()
                .expectException(refusal(why));
    }

    private ChangeAccount change(String name, Optional<Money> overdraft) {
        return new ChangeAccount(
                account.id(),
                Optional.of(name),
                Optional.empty(),
                overdraft,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private PlaceHold hold(String amount) {
        return new PlaceHold(account.id(), HOLD, usd(amount), "hotel", Optional.empty());
    }

    private PlaceHold anotherHold(String amount) {
        return new PlaceHold(account.id(), new HoldId(UUID.randomUUID()), usd(amount), "hotel", Optional.empty());
    }

    private HoldPlaced placed(String amount) {
        return new HoldPlaced(account.id(), HOLD, usd(amount), "hotel", Optional.empty());
    }

    private HoldPlaced placedUntil(String amount, Instant expiry) {
        return new HoldPlaced(account.id(), HOLD, usd(amount), "hotel", Optional.of(expiry));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
