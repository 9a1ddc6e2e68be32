package io.nexum.command;

import io.nexum.kernel.Command;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountCommand.ExpireHolds;
import io.nexum.kernel.account.AccountCommand.FreezeAccount;
import io.nexum.kernel.account.AccountCommand.PlaceHold;
import io.nexum.kernel.account.AccountCommand.ReleaseHold;
import io.nexum.kernel.account.AccountCommand.UnfreezeAccount;
import io.nexum.kernel.account.AccountEvent.BalanceChanged;
import io.nexum.kernel.account.AccountEvent.HoldPlaced;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.rate.RateCommand.QuoteRate;
import io.nexum.kernel.transaction.Instruction;
import io.nexum.kernel.transaction.TransactionCommand.CaptureHold;
import io.nexum.kernel.transaction.TransactionCommand.ChargeFee;
import io.nexum.kernel.transaction.TransactionCommand.Credit;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk.Item;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk.Mode;
import io.nexum.kernel.transaction.TransactionCommand.Reverse;
import io.nexum.kernel.transaction.TransactionCommand.Single;
import io.nexum.kernel.transaction.TransactionCommand.Withdraw;
import io.nexum.kernel.transaction.TransactionId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Six accounts in three currencies, with limits and without, of which anything is asked. */
final class RandomBank {
    private static final List<String> CURRENCIES = List.of("USD", "USD", "USD", "EUR", "JPY", "KWD");

    private final Story story = new Story();
    private final List<AccountId> accounts = new ArrayList<>();

    RandomBank() {
        for (int i = 0; i < CURRENCIES.size(); i++) {
            Currency currency = Currency.of(CURRENCIES.get(i));
            Optional<Money> some = Optional.of(money(currency, 30_000));
            AccountLimits limits = new AccountLimits(
                    money(currency, i == 1 ? 1_000 : 0),
                    money(currency, i == 2 ? 5_000 : 0),
                    i == 2 ? some : Optional.empty(),
                    i == 1 ? some.map(limit -> limit.plus(limit)) : Optional.empty(),
                    i < 3 ? Optional.of(money(currency, 2_000)) : Optional.empty());
            accounts.add(story.send(Story.opening(story.customer(), limits)));
        }
        story.quote("USD", "EUR", "0.9155");
        story.quote("JPY", "USD", "0.0067");
        story.quote("KWD", "USD", "3.2541");
    }

    Story story() {
        return story;
    }

    List<AccountId> accounts() {
        return accounts;
    }

    RandomBank tryAll(List<Wish> wishes) {
        wishes.forEach(this::tryIt);
        return this;
    }

    /** A refusal is an answer too; anything else is a bug. */
    void tryIt(Wish wish) {
        try {
            story.send(commandOf(wish));
        } catch (RefusedException refused) {
            // The wish is not granted.
        }
    }

    Command<?> commandOf(Wish wish) {
        story.now = story.now().plusSeconds(wish.seconds());
        AccountId account = accounts.get(wish.one());
        Money amount = money(story.opened(account).currency(), wish.units());
        return switch (wish.what()) {
            case DEPOSIT -> new Deposit(account, instruction(amount));
            case REWARD -> new Credit(account, instruction(amount));
            case WITHDRAW -> new Withdraw(account, instruction(amount));
            case FEE -> new ChargeFee(account, instruction(amount));
            case TRANSFER -> Story.transfer(account, accounts.get(wish.other()), amount);
            case HOLD ->
                new PlaceHold(
                        account,
                        new HoldId(UUID.randomUUID()),
                        amount,
                        "hotel",
                        wish.other() == 0
                                ? Optional.empty()
                                : Optional.of(story.now().plusSeconds(40_000L * wish.other())));
            case CAPTURE -> capture(wish, false);
            case CAPTURE_AND_RELEASE -> capture(wish, true);
            case RELEASE -> {
                HoldPlaced hold = anyHold(wish, account);
                yield new ReleaseHold(hold.account(), hold.hold(), "cancelled");
            }
            case EXPIRE -> new ExpireHolds(account);
            case REVERSE -> reversal(wish);
            case QUOTE -> new QuoteRate(Story.rate("USD", "EUR", "0." + wish.units(), story.now()));
            case FREEZE -> new FreezeAccount(account, "fraud suspected");
            case UNFREEZE -> new UnfreezeAccount(account, "cleared");
            case BULK -> bulk(wish, account, amount);
        };
    }

    private CaptureHold capture(Wish wish, boolean releaseRemainder) {
        HoldPlaced hold = anyHold(wish, accounts.get(wish.one()));
        return new CaptureHold(
                hold.account(),
                hold.hold(),
                new TransactionId(UUID.randomUUID()),
                wish.other() == 0
                        ? Optional.empty()
                        : Optional.of(money(hold.amount().currency(), wish.units())),
                releaseRemainder,
                "hotel",
                Optional.empty());
    }

    private HoldPlaced anyHold(Wish wish, AccountId account) {
        List<HoldPlaced> placed = all(HoldPlaced.class);
        return placed.isEmpty()
                ? new HoldPlaced(
                        account,
                        new HoldId(UUID.randomUUID()),
                        money(story.opened(account).currency(), 1),
                        "never placed",
                        Optional.empty())
                : placed.get((int) (wish.units() % placed.size()));
    }

    private Reverse reversal(Wish wish) {
        List<BalanceChanged> changes = all(BalanceChanged.class);
        TransactionId original = changes.isEmpty()
                ? new TransactionId(UUID.randomUUID())
                : changes.get((int) (wish.units() % changes.size())).transaction();
        return new Reverse(
                new TransactionId(UUID.randomUUID()),
                original,
                changes.isEmpty() ? 1 : story.positionOf(original),
                "entered by mistake");
    }

    private PostBulk bulk(Wish wish, AccountId account, Money amount) {
        List<Single> commands = List.of(
                new Deposit(account, instruction(amount)),
                Story.transfer(account, accounts.get(wish.other()), amount),
                new Withdraw(accounts.get(wish.other()), instruction(amount)),
                new ChargeFee(account, instruction(amount)));
        return new PostBulk(
                commands.stream()
                        .map(command -> new Item(command, Optional.empty()))
                        .toList(),
                wish.units() % 2 == 0 ? Mode.ATOMIC : Mode.INDEPENDENT);
    }

    private <T extends DomainEvent> List<T> all(Class<T> type) {
        return story.log().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Instruction instruction(Money amount) {
        return Story.instruction(amount);
    }

    private static Money money(Currency currency, long units) {
        return Money.of(BigDecimal.valueOf(units, currency.decimals()), currency);
    }
}
