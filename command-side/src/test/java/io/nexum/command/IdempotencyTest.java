package io.nexum.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nexum.command.store.IdempotencyExpiry;
import io.nexum.kernel.Command;
import io.nexum.kernel.Commands.Outcome;
import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.Refusal;
import io.nexum.kernel.Refusals.IdempotencyKeyReused;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountCommand.PlaceHold;
import io.nexum.kernel.account.AccountCommand.ReleaseHold;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountRefusal.InsufficientFunds;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.BulkReceipt;
import io.nexum.kernel.transaction.Receipt;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk.Item;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk.Mode;
import io.nexum.kernel.transaction.TransactionCommand.Reverse;
import io.nexum.kernel.transaction.TransactionCommand.Withdraw;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionRefusal.AlreadyReversed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request with a key counts once and is answered the same, and a dry run leaves no trace. */
class IdempotencyTest {
    private final TestDatabase database = TestDatabase.fresh();
    private TestBank bank;
    private AccountId account;

    @BeforeEach
    void openBank() {
        bank = TestBank.on(database.store());
        account = bank.account(bank.customer(), "USD");
    }

    @AfterEach
    void closeBank() {
        bank.close();
    }

    @Test
    void a_repetition_gets_the_first_answer_and_has_no_effect() {
        Outcome<Receipt> first = bank.send(deposit("10.00"), key("k"));
        Outcome<Receipt> second = bank.send(deposit("10.00"), key("k"));

        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(second.answer()).isEqualTo(first.answer());
        assertBalance("10.00");
    }

    @Test
    void a_key_that_comes_with_another_request_is_refused() {
        bank.send(deposit("10.00"), key("k"));

        assertThat(refusal(deposit("20.00"), new IdempotencyKey("k", "another")))
                .isInstanceOf(IdempotencyKeyReused.class);
        assertThat(refusal(new Withdraw(account, TestBank.usd("99.00")), new IdempotencyKey("k", "another")))
                .isInstanceOf(IdempotencyKeyReused.class);
        assertBalance("10.00");
    }

    @Test
    void the_key_of_a_refused_request_can_be_used_again() {
        assertThat(refusal(new Withdraw(account, TestBank.usd("5.00")), key("k")))
                .isInstanceOf(InsufficientFunds.class);
        bank.deposit(account, "10.00");

        assertThat(bank.send(new Withdraw(account, TestBank.usd("5.00")), key("k"))
                        .replayed())
                .isFalse();
        assertBalance("5.00");
    }

    @Test
    void a_repetition_that_would_now_be_refused_gets_the_first_answer() {
        bank.deposit(account, "10.00");
        Withdraw all = new Withdraw(account, TestBank.usd("10.00"));
        Outcome<Receipt> first = bank.send(all, key("k"));

        Outcome<Receipt> second = bank.send(all, key("k"));

        assertThat(second.replayed()).isTrue();
        assertThat(second.answer()).isEqualTo(first.answer());
    }

    @Test
    void keys_are_remembered_by_the_next_process() {
        Outcome<Receipt> first = bank.send(deposit("10.00"), key("k"));
        bank.close();
        bank = TestBank.on(database.store());

        Outcome<Receipt> second = bank.send(deposit("10.00"), key("k"));

        assertThat(second.replayed()).isTrue();
        assertThat(second.answer()).isEqualTo(first.answer());
        assertBalance("10.00");
    }

    @Test
    void every_answer_is_given_again_as_it_was() {
        bank.deposit(account, "10.00");
        PlaceHold hold = new PlaceHold(
                account, new HoldId(UUID.randomUUID()), Money.of("4.00", "USD"), "hotel", Optional.empty());
        for (Command<?> command : List.of(
                hold,
                new ReleaseHold(account, hold.hold(), "cancelled"),
                Story.opening(
                        bank.customer(),
                        io.nexum.kernel.account.AccountLimits.none(io.nexum.kernel.money.Currency.of("EUR"))),
                bulk(Mode.ATOMIC, deposit("1.00")))) {
            IdempotencyKey key = key(command.getClass().getSimpleName());
            Object first = bank.send(command, key).answer();
            assertThat(bank.send(command, key)).isEqualTo(new Outcome<Object>(first, true));
        }
    }

    @Test
    void a_bulk_that_moved_nothing_is_answered_the_same_when_it_comes_again() {
        PostBulk bulk = bulk(Mode.INDEPENDENT, new Withdraw(account, TestBank.usd("5.00")));
        BulkReceipt first = bank.send(bulk, key("k")).answer();
        assertThat(first.failed()).isEqualTo(1);
        bank.deposit(account, "10.00");

        Outcome<BulkReceipt> second = bank.send(bulk, key("k"));

        assertThat(second).isEqualTo(new Outcome<>(first, true));
        assertThat(refusal(deposit("1.00"), new IdempotencyKey("k", "another")))
                .isInstanceOf(IdempotencyKeyReused.class);
        assertBalance("10.00");
    }

    @Test
    void a_line_with_a_key_counts_once_in_whatever_bulk_it_comes() {
        Item line = new Item(deposit("10.00"), Optional.of(key("salary")));

        BulkReceipt first = bank.send(new PostBulk(List.of(line, line), Mode.ATOMIC));
        BulkReceipt second = bank.send(new PostBulk(List.of(line), Mode.INDEPENDENT), key("bulk"))
                .answer();

        assertThat(second.lines().getFirst().receipt())
                .isEqualTo(first.lines().getFirst().receipt());
        assertThat(bank.send(new PostBulk(List.of(line), Mode.INDEPENDENT), key("bulk"))
                        .replayed())
                .isTrue();
        assertBalance("10.00");
    }

    @Test
    void a_key_is_kept_for_its_time_and_then_free() {
        bank.send(deposit("10.00"), key("old"));
        JdbcClient.create(database.owner())
                .sql("UPDATE idempotency_record SET recorded_at = recorded_at - INTERVAL '1 hour'")
                .update();
        bank.send(deposit("10.00"), key("new"));
        Clock now = Clock.fixed(Instant.now(), ZoneOffset.UTC);

        try (IdempotencyExpiry expiry = new IdempotencyExpiry(database.store(), Duration.ofMinutes(30), now)) {
            expiry.removeExpired();
        }

        assertThat(bank.send(deposit("10.00"), key("new")).replayed()).isTrue();
        assertThat(bank.send(deposit("10.00"), key("old")).replayed()).isFalse();
        assertBalance("30.00");
    }

    @Test
    void a_dry_run_answers_as_the_command_does_and_writes_nothing() {
        bank.deposit(account, "10.00");
        int before = WrittenLog.of(database).size();
        Withdraw withdraw = new Withdraw(account, TestBank.usd("4.00"));

        Receipt tried = bank.tryOut(withdraw);

        assertThat(WrittenLog.of(database).size()).isEqualTo(before);
        assertThat(bank.tryOut(withdraw).balances()).isEqualTo(tried.balances());
        assertThat(bank.send(withdraw).balances()).isEqualTo(tried.balances());
        assertThat(dryRefusal(new Withdraw(account, TestBank.usd("7.00")))).isInstanceOf(InsufficientFunds.class);
        assertThat(bank.tryOut(bulk(Mode.ATOMIC, deposit("1.00"), deposit("2.00")))
                        .processed())
                .isEqualTo(2);
        assertBalance("6.00");
    }

    @Test
    void a_dry_run_knows_what_is_taken() {
        Receipt deposit = bank.deposit(account, "10.00");
        long position = WrittenLog.of(database).size();
        Reverse reverse = new Reverse(
                new TransactionId(UUID.randomUUID()), deposit.transactionId(), position, "entered by mistake");
        assertThat(bank.tryOut(reverse).reverses()).contains(deposit.transactionId());
        bank.send(reverse);
        bank.deposit(account, "10.00");

        assertThat(dryRefusal(reverse)).isInstanceOf(AlreadyReversed.class);
    }

    private void assertBalance(String amount) {
        assertThat(WrittenLog.of(database).mustBeSound().balance(account)).isEqualTo(Money.of(amount, "USD"));
    }

    private Refusal refusal(Command<?> command, IdempotencyKey key) {
        return catchThrowableOfType(RefusedException.class, () -> bank.send(command, key))
                .refusal();
    }

    private Refusal dryRefusal(Command<?> command) {
        return catchThrowableOfType(RefusedException.class, () -> bank.tryOut(command))
                .refusal();
    }

    private Deposit deposit(String amount) {
        return new Deposit(account, TestBank.usd(amount));
    }

    private static PostBulk bulk(Mode mode, io.nexum.kernel.transaction.TransactionCommand.Single... commands) {
        return new PostBulk(
                List.of(commands).stream()
                        .map(command -> new Item(command, Optional.empty()))
                        .toList(),
                mode);
    }

    private static IdempotencyKey key(String key) {
        return new IdempotencyKey(key, "the same");
    }
}
