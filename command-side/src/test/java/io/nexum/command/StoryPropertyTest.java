package io.nexum.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.account.OpenedAccount;
import io.nexum.kernel.Command;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.account.AccountEvent.BalanceChanged;
import io.nexum.kernel.account.AccountEvent.HoldExpired;
import io.nexum.kernel.account.AccountEvent.HoldPlaced;
import io.nexum.kernel.account.AccountEvent.HoldReleased;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.Hold;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.Posting;
import io.nexum.kernel.log.EventCodec;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every bank, whatever is asked of it in whatever order. */
class StoryPropertyTest {
    private static final int TRIES = 150;

    @Property(tries = TRIES)
    void the_books_sum_to_zero_in_each_currency_after_every_command(@ForAll("wishes") List<Wish> wishes) {
        RandomBank bank = new RandomBank();
        Map<Currency, BigDecimal> sums = new HashMap<>();
        int seen = 0;
        for (Wish wish : wishes) {
            bank.tryIt(wish);
            for (DomainEvent event : bank.story().since(seen)) {
                if (event instanceof Posting posting) {
                    posting.lines()
                            .forEach(line -> sums.merge(
                                    line.amount().currency(), line.signed().amount(), BigDecimal::add));
                }
            }
            seen = bank.story().log().size();
            assertThat(sums.values()).allMatch(sum -> sum.signum() == 0);
        }
    }

    @Property(tries = TRIES)
    void a_balance_is_the_sum_of_its_accounts_journal_lines(@ForAll("wishes") List<Wish> wishes) {
        RandomBank bank = new RandomBank().tryAll(wishes);
        Map<String, Money> sums = new HashMap<>();
        for (DomainEvent event : bank.story().log()) {
            if (event instanceof BalanceChanged changed) {
                for (JournalLine line : changed.lines()) {
                    line.subAccount()
                            .ifPresent(
                                    account -> sums.merge(account, line.signed().negated(), Money::plus));
                }
                assertThat(changed.balance())
                        .isEqualTo(sums.get(changed.account().toString()));
            }
        }
        for (AccountId account : bank.accounts()) {
            Money zero = Money.zero(bank.story().opened(account).currency());
            assertThat(bank.story().balance(account)).isEqualTo(sums.getOrDefault(account.toString(), zero));
        }
    }

    @Property(tries = TRIES)
    void nothing_leaves_an_account_nor_is_set_aside_below_its_floor(@ForAll("wishes") List<Wish> wishes) {
        RandomBank bank = new RandomBank();
        int seen = 0;
        for (Wish wish : wishes) {
            bank.tryIt(wish);
            for (DomainEvent event : bank.story().since(seen)) {
                if (event instanceof AccountDebited || event instanceof HoldPlaced) {
                    OpenedAccount account = bank.story().opened(((AccountEvent) event).account());
                    Money held = account.holds().active().stream()
                            .filter(hold -> !hold.hasExpiredAt(bank.story().now()))
                            .map(Hold::remaining)
                            .reduce(Money.zero(account.currency()), Money::plus);
                    Money floor = account.limits()
                            .minimumBalance()
                            .minus(account.limits().overdraftLimit());
                    assertThat(account.balance().minus(held)).isGreaterThanOrEqualTo(floor);
                }
            }
            seen = bank.story().log().size();
        }
    }

    @Property(tries = TRIES)
    void of_every_hold_what_was_captured_and_released_and_what_remains_is_its_amount(
            @ForAll("wishes") List<Wish> wishes) {
        RandomBank bank = new RandomBank().tryAll(wishes);
        Map<HoldId, Money> gone = new HashMap<>();
        Map<HoldId, HoldPlaced> placed = new HashMap<>();
        for (DomainEvent event : bank.story().log()) {
            switch (event) {
                case HoldPlaced hold -> placed.put(hold.hold(), hold);
                case HoldReleased hold -> gone.merge(hold.hold(), hold.amount(), Money::plus);
                case HoldExpired hold -> gone.merge(hold.hold(), hold.amount(), Money::plus);
                case AccountDebited debited ->
                    debited.hold()
                            .ifPresent(
                                    hold -> gone.merge(hold, debited.movement().amount(), Money::plus));
                default -> {}
            }
        }
        placed.forEach((id, hold) -> {
            Money zero = Money.zero(hold.amount().currency());
            Money remains = bank.story()
                    .opened(hold.account())
                    .holds()
                    .find(id)
                    .map(Hold::remaining)
                    .orElse(zero);
            assertThat(remains.plus(gone.getOrDefault(id, zero))).isEqualTo(hold.amount());
            assertThat(remains.isNegative()).isFalse();
        });
    }

    @Property(tries = TRIES)
    void a_replay_of_what_was_stored_leads_to_the_live_state(@ForAll("wishes") List<Wish> wishes) {
        Story story = new RandomBank().tryAll(wishes).story();
        Map<StreamId, Object> replayed = new HashMap<>();
        for (DomainEvent event : story.log()) {
            DomainEvent stored = EventCodec.decode(EventCodec.typeOf(event), EventCodec.encode(event));
            assertThat(stored).isEqualTo(event);
            replay(replayed, stored);
        }
        assertThat(replayed).isEqualTo(story.states);
    }

    @Property(tries = TRIES)
    void a_snapshot_at_any_place_leads_to_the_live_state(@ForAll("wishes") List<Wish> wishes, @ForAll double where) {
        Story story = new RandomBank().tryAll(wishes).story();
        Map<StreamId, Object> states = new HashMap<>();
        int place = (int) Math.floor(Math.abs(where % 1) * story.log().size());
        story.log().subList(0, place).forEach(event -> replay(states, event));
        states.replaceAll((stream, state) -> {
            EntityType<?> type = Objects.requireNonNull(Story.TYPES.get(stream.entityType()));
            assertThat(type.snapshotType()).isInstanceOf(Class.class).matches(shape -> shape.isInstance(state));
            return Json.read(Json.text(state), type.snapshotType());
        });
        story.log().subList(place, story.log().size()).forEach(event -> replay(states, event));
        assertThat(states).isEqualTo(story.states);
    }

    @Property(tries = TRIES)
    void a_refusal_changes_nothing(@ForAll("wishes") List<Wish> wishes) {
        RandomBank bank = new RandomBank();
        for (Wish wish : wishes) {
            Command<?> command = bank.commandOf(wish);
            List<DomainEvent> before = List.copyOf(bank.story().log());
            Map<StreamId, Object> states = Map.copyOf(bank.story().states);
            try {
                bank.story().send(command);
            } catch (RefusedException refused) {
                assertThat(refused.refusal().detail()).isNotBlank();
                assertThat(bank.story().log()).isEqualTo(before);
                assertThat(bank.story().states).isEqualTo(states);
            }
        }
    }

    private static void replay(Map<StreamId, Object> states, DomainEvent event) {
        EntityType<?> type =
                Objects.requireNonNull(Story.TYPES.get(event.stream().entityType()));
        Object before = states.getOrDefault(event.stream(), type.initial());
        states.put(event.stream(), StoryWorkspace.evolve(before, event));
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        return Combinators.combine(
                        Arbitraries.of(Wish.What.class),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.longs().between(1, 40_000),
                        Arbitraries.integers().between(0, 100_000))
                .as(Wish::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }
}
