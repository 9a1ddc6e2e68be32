package io.nexum.command.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.Story;
import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountRefusal.InsufficientFunds;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.BulkReceipt;
import io.nexum.kernel.transaction.BulkReceipt.Refused;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk.Item;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk.Mode;
import io.nexum.kernel.transaction.TransactionCommand.Single;
import io.nexum.kernel.transaction.TransactionCommand.Withdraw;
import io.nexum.kernel.transaction.TransactionRefusal.BulkRefused;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Many movements in one append. */
class BulkTest {
    private final Story story = new Story();
    private final AccountId account = story.account("USD");
    private final AccountId other = story.account("USD");

    @Test
    void each_line_is_decided_on_what_those_before_it_left() {
        BulkReceipt receipt = story.send(atomic(deposit("10.00"), transfer("10.00"), deposit("1.00")));

        assertThat(receipt.processed()).isEqualTo(3);
        assertThat(receipt.failed()).isZero();
        assertThat(story.balance(account)).isEqualTo(usd("1.00"));
        assertThat(story.balance(other)).isEqualTo(usd("10.00"));
        assertThat(story.refused(atomic(transfer("10.00"), deposit("10.00")), BulkRefused.class)
                        .refusal())
                .isInstanceOf(InsufficientFunds.class);
    }

    @Test
    void all_or_nothing_means_nothing_if_one_is_refused() {
        BulkRefused refused =
                story.refused(atomic(deposit("10.00"), transfer("10.01"), deposit("5.00")), BulkRefused.class);

        assertThat(refused.index()).isEqualTo(1);
        assertThat(refused.field()).startsWith("transactions[1]");
        assertThat(story.balance(account)).isEqualTo(usd("0.00"));
    }

    @Test
    void each_on_its_own_answers_line_by_line() {
        Single nobodys = new Withdraw(new AccountId(UUID.randomUUID()), Story.instruction(usd("1.00")));

        BulkReceipt receipt = story.send(independent(deposit("10.00"), transfer("10.01"), nobodys, transfer("10.00")));

        assertThat(receipt.processed()).isEqualTo(2);
        assertThat(receipt.failed()).isEqualTo(2);
        assertThat(receipt.lines())
                .extracting(line -> line.refused().map(Refused::type).orElse("granted"))
                .containsExactly("granted", "insufficient-funds", "not-found", "granted");
        assertThat(receipt.lines()).extracting(BulkReceipt.Line::index).containsExactly(0, 1, 2, 3);
        assertThat(story.balance(other)).isEqualTo(usd("10.00"));
    }

    @Test
    void a_line_with_a_key_counts_once_in_whatever_bulk_it_comes() {
        Item keyed = new Item(deposit("10.00"), Optional.of(Story.key("salary-march")));

        BulkReceipt first = story.send(new PostBulk(List.of(keyed, keyed), Mode.ATOMIC));
        BulkReceipt second = story.send(new PostBulk(List.of(keyed), Mode.INDEPENDENT));

        assertThat(story.balance(account)).isEqualTo(usd("10.00"));
        assertThat(first.lines().getLast().receipt())
                .isEqualTo(first.lines().getFirst().receipt());
        assertThat(second.lines().getFirst().receipt())
                .isEqualTo(first.lines().getFirst().receipt());
    }

    @Test
    void a_line_whose_key_was_used_for_another_is_refused_alone() {
        story.send(new PostBulk(List.of(new Item(deposit("10.00"), Optional.of(Story.key("k")))), Mode.ATOMIC));
        Item another = new Item(deposit("20.00"), Optional.of(new IdempotencyKey("k", "something else")));

        BulkReceipt receipt = story.send(new PostBulk(List.of(another, item(deposit("1.00"))), Mode.INDEPENDENT));

        assertThat(receipt.lines().getFirst().refused())
                .hasValueSatisfying(refused -> assertThat(refused.type()).isEqualTo("idempotency-key-reused"));
        assertThat(story.balance(account)).isEqualTo(usd("11.00"));
    }

    @Test
    void a_bulk_has_at_least_one_line_and_not_too_many() {
        story.refused(new PostBulk(List.of(), Mode.ATOMIC), InvalidValue.class);
        story.refused(
                new PostBulk(Collections.nCopies(PostBulk.MAX_ITEMS + 1, item(deposit("1.00"))), Mode.INDEPENDENT),
                InvalidValue.class);
    }

    @Test
    void a_bulk_across_currencies_loads_its_rates_in_order() {
        AccountId euros = story.account("EUR");
        AccountId yen = story.account("JPY");
        story.quote("USD", "EUR", "0.5");
        story.quote("JPY", "USD", "0.01");

        BulkReceipt receipt = story.send(atomic(
                deposit("10.00"),
                Story.transfer(account, yen, usd("1.00")),
                Story.transfer(account, euros, usd("1.00")),
                Story.transfer(account, other, usd("1.00"))));

        assertThat(receipt.processed()).isEqualTo(4);
        assertThat(story.balance(yen)).isEqualTo(Money.of("100", "JPY"));
        assertThat(story.balance(euros)).isEqualTo(Money.of("0.50", "EUR"));
    }

    private static PostBulk atomic(Single... commands) {
        return new PostBulk(List.of(commands).stream().map(BulkTest::item).toList(), Mode.ATOMIC);
    }

    private static PostBulk independent(Single... commands) {
        return new PostBulk(List.of(commands).stream().map(BulkTest::item).toList(), Mode.INDEPENDENT);
    }

    private static Item item(Single command) {
        return new Item(command, Optional.empty());
    }

    private Single deposit(String amount) {
        return new Deposit(account, Story.instruction(usd(amount)));
    }

    private Single transfer(String amount) {
        return Story.transfer(account, other, usd(amount));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
