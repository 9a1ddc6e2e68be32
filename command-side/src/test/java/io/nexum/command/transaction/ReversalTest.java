package io.nexum.command.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.Story;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.account.AccountCommand.PlaceHold;
import io.nexum.kernel.account.AccountEvent.BalanceChanged;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.AccountRefusal.InsufficientFunds;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.Receipt;
import io.nexum.kernel.transaction.TransactionCommand.CaptureHold;
import io.nexum.kernel.transaction.TransactionCommand.ChargeFee;
import io.nexum.kernel.transaction.TransactionCommand.Credit;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionCommand.Reverse;
import io.nexum.kernel.transaction.TransactionCommand.Withdraw;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionRefusal.AlreadyReversed;
import io.nexum.kernel.transaction.TransactionRefusal.NotReversible;
import io.nexum.kernel.transaction.TransactionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Correcting entries: the mirror image of a transaction, once. */
class ReversalTest {
    private final Story story = new Story();
    private final AccountId account = story.account("USD", "100.00");
    private final AccountId other = story.account("USD", "100.00");
    private final AccountId euros = story.account("EUR");

    /** Every kind of transaction that can be reversed. */
    enum Kind {
        DEPOSIT,
        WITHDRAWAL,
        FEE,
        REWARD,
        TRANSFER,
        EXCHANGE,
        CAPTURE
    }

    private Receipt make(Kind kind) {
        Money ten = usd("10.00");
        return switch (kind) {
            case DEPOSIT -> story.send(new Deposit(account, Story.instruction(ten)));
            case WITHDRAWAL -> story.send(new Withdraw(account, Story.instruction(ten)));
            case FEE -> story.send(new ChargeFee(account, Story.instruction(ten)));
            case REWARD -> story.send(new Credit(account, Story.instruction(ten)));
            case TRANSFER -> story.send(Story.transfer(account, other, ten));
            case EXCHANGE -> {
                story.quote("USD", "EUR", "0.91");
                yield story.send(Story.transfer(account, euros, ten));
            }
            case CAPTURE -> captureOf(ten);
        };
    }

    private Receipt captureOf(Money amount) {
        HoldId hold = new HoldId(UUID.randomUUID());
        story.send(new PlaceHold(account, hold, usd("30.00"), "hotel", Optional.empty()));
        return story.send(new CaptureHold(
                account,
                hold,
                new TransactionId(UUID.randomUUID()),
                Optional.of(amount),
                true,
                "hotel",
                Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void a_reversal_leaves_every_balance_and_every_ledger_account_as_before(Kind kind) {
        List<Money> before = balances();
        int start = story.log().size();
        Receipt original = make(kind);
        assertThat(balances()).isNotEqualTo(before);

        Receipt reversal = story.send(story.reversal(original));

        assertThat(balances()).isEqualTo(before);
        assertThat(reversal.transactionType()).isEqualTo(TransactionType.REVERSAL);
        assertThat(reversal.reverses()).contains(original.transactionId());
        assertThat(reversal.valueDate()).isEqualTo(original.valueDate());
        List<JournalLine> lines = new ArrayList<>();
        story.since(start).stream()
                .filter(BalanceChanged.class::isInstance)
                .forEach(event -> lines.addAll(((BalanceChanged) event).lines()));
        assertThat(lines).hasSizeGreaterThanOrEqualTo(4);
        assertThat(lines.stream().map(JournalLine::mirrored).toList()).containsExactlyInAnyOrderElementsOf(lines);
    }

    @ParameterizedTest
    @EnumSource
    void a_transaction_is_reversed_once_and_its_reversal_never(Kind kind) {
        Receipt original = make(kind);
        Receipt reversal = story.send(story.reversal(original));

        story.refused(story.reversal(original), AlreadyReversed.class);
        story.refused(story.reversal(reversal), NotReversible.class);
    }

    @Test
    void what_was_spent_cannot_be_taken_back() {
        Receipt deposit = story.deposit(account, usd("50.00"));
        Receipt transfer = story.send(Story.transfer(account, other, usd("120.00")));
        story.withdraw(other, usd("200.00"));

        story.refused(story.reversal(deposit), InsufficientFunds.class);
        story.refused(story.reversal(transfer), InsufficientFunds.class);
    }

    @Test
    void a_reversal_names_its_original_where_it_stands() {
        Receipt transfer = story.send(Story.transfer(account, other, usd("10.00")));
        long position = story.positionOf(transfer.transactionId());

        story.refused(at(transfer, position - 1), NotFound.class);
        story.refused(at(transfer, position + 1), NotFound.class);
        story.refused(at(transfer, position + 2), NotFound.class);
        story.quote("USD", "EUR", "0.91");
        Receipt exchange = story.send(Story.transfer(account, euros, usd("10.00")));
        story.refused(at(exchange, story.positionOf(exchange.transactionId()) + 1), NotFound.class);
    }

    @Test
    void a_transfer_that_told_of_low_balances_is_reversed_whole() {
        AccountLimits alert = new AccountLimits(
                usd("0.00"), usd("0.00"), Optional.empty(), Optional.empty(), Optional.of(usd("50.00")));
        AccountId watched = story.send(Story.opening(story.customer(), alert));
        story.deposit(watched, usd("60.00"));
        Receipt transfer = story.send(Story.transfer(watched, account, usd("20.00")));

        story.send(story.reversal(transfer));

        assertThat(story.balance(watched)).isEqualTo(usd("60.00"));
        assertThat(story.balance(account)).isEqualTo(usd("100.00"));
    }

    private static Reverse at(Receipt original, long position) {
        return new Reverse(
                new TransactionId(UUID.randomUUID()), original.transactionId(), position, "entered by mistake");
    }

    private List<Money> balances() {
        return List.of(story.balance(account), story.balance(other), story.balance(euros));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
