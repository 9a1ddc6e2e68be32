package io.nexum.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.nexum.kernel.Commands.Outcome;
import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountCommand.OpenAccount;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.Receipt;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionCommand.Reverse;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionRefusal.AlreadyReversed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One process and many commands at a time. */
class LogTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final ConcurrentLinkedQueue<Long> told = new ConcurrentLinkedQueue<>();
    private HikariDataSource pool;
    private TestBank bank;

    @BeforeEach
    void openBank() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.program());
        config.setMaximumPoolSize(8);
        pool = new HikariDataSource(config);
        bank = TestBank.on(database.store(pool), CommandSettings.defaults(), (tenant, position) -> told.add(position));
    }

    @AfterEach
    void closeBank() {
        bank.close();
        pool.close();
    }

    @Test
    void positions_have_no_gaps_and_the_chain_verifies_after_concurrent_commands() throws Exception {
        CustomerId customer = bank.customer();
        List<AccountId> accounts = LongStream.range(0, 20)
                .mapToObj(i -> bank.account(customer, "USD"))
                .toList();
        List<Callable<Object>> commands = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            AccountId account = accounts.get(i % 20);
            AccountId other = accounts.get((i * 7 + 1) % 20);
            commands.add(() -> bank.deposit(account, "10.00"));
            commands.add(() -> account.equals(other) ? "" : bank.transfer(account, other, "1.00"));
        }

        all(commands);

        WrittenLog log = WrittenLog.of(database).mustBeSound();
        assertThat(List.copyOf(told)).isSorted().last().isEqualTo((long) log.size());
    }

    @Test
    void crossing_transfers_within_one_process_neither_lock_each_other_out_nor_lose_money() throws Exception {
        List<AccountId> accounts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            AccountId account = bank.account(bank.customer(), "USD");
            bank.deposit(account, "1000.00");
            accounts.add(account);
        }
        List<Callable<Object>> commands = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            AccountId from = accounts.get(i % 3);
            AccountId to = accounts.get((i + 1 + i / 3 % 2) % 3);
            commands.add(() -> bank.transfer(from, to, "1.00"));
        }

        assertThat(all(commands)).allMatch(result -> result.state() == Future.State.SUCCESS);

        WrittenLog log = WrittenLog.of(database).mustBeSound();
        assertThat(accounts.stream().map(log::balance).reduce(Money::plus)).contains(Money.of("3000.00", "USD"));
        assertThat(log.count("account.debited.v1")).isEqualTo(600);
    }

    @Test
    void deposits_on_one_hot_account_are_exact_though_some_among_them_are_turned_down() throws Exception {
        AccountId hot = bank.account(bank.customer(), "USD");
        Receipt original = bank.deposit(hot, "5.00");
        long position = positionOf(original);
        bank.send(reversal(original, position));
        IdempotencyKey used = new IdempotencyKey("used", "once");
        bank.send(new Deposit(hot, TestBank.usd("1.00")), used);
        List<Callable<Object>> commands = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            commands.add(() -> bank.deposit(hot, "1.00"));
            if (i % 10 == 0) {
                // Decided on the hot account, speculatively built upon, and turned down at the append.
                commands.add(() -> bank.send(reversal(original, position)));
                commands.add(() -> bank.send(new Deposit(hot, TestBank.usd("1.00")), used));
            }
        }

        List<Future<Object>> results = all(commands);

        WrittenLog log = WrittenLog.of(database).mustBeSound();
        assertThat(log.balance(hot)).isEqualTo(Money.of("301.00", "USD"));
        assertThat(results.stream().filter(result -> result.state() == Future.State.FAILED))
                .hasSizeGreaterThanOrEqualTo(30)
                .allSatisfy(result -> assertThat(result.exceptionNow()).isInstanceOf(RefusedException.class));
    }

    @Test
    void what_is_unique_is_taken_once_and_neighbours_in_the_same_moment_go_through() throws Exception {
        CustomerId customer = bank.customer();
        List<Callable<Object>> commands = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String number = "number-" + i / 3;
            commands.add(() ->
                    bank.send(numbered(Story.opening(customer, AccountLimits.none(Currency.of("USD"))), number)));
            commands.add(() -> bank.customer());
        }

        List<Future<Object>> results = all(commands);

        List<Throwable> refusals = results.stream()
                .filter(result -> result.state() == Future.State.FAILED)
                .map(Future::exceptionNow)
                .toList();
        assertThat(refusals)
                .hasSize(40)
                .allSatisfy(refusal ->
                        assertThat(((RefusedException) refusal).refusal()).isInstanceOf(AlreadyTaken.class));
        assertThat(WrittenLog.of(database).mustBeSound().count("account.opened.v1"))
                .isEqualTo(20);
    }

    @Test
    void a_transaction_is_reversed_once_however_many_ask_at_once() throws Exception {
        AccountId account = bank.account(bank.customer(), "USD");
        Receipt deposit = bank.deposit(account, "10.00");
        long position = positionOf(deposit);
        List<Callable<Object>> commands = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            commands.add(() -> bank.send(reversal(deposit, position)));
        }

        List<Future<Object>> results = all(commands);

        assertThat(results.stream().filter(result -> result.state() == Future.State.SUCCESS))
                .hasSize(1);
        assertThat(results.stream().filter(result -> result.state() == Future.State.FAILED))
                .allSatisfy(result -> assertThat(((RefusedException) result.exceptionNow()).refusal())
                        .isInstanceOf(AlreadyReversed.class));
        assertThat(WrittenLog.of(database).mustBeSound().balance(account)).isEqualTo(Money.of("0.00", "USD"));
    }

    @Test
    void concurrent_duplicates_have_one_effect_and_one_answer() throws Exception {
        AccountId account = bank.account(bank.customer(), "USD");
        Deposit deposit = new Deposit(account, TestBank.usd("10.00"));
        IdempotencyKey key = new IdempotencyKey("k", "f");
        List<Callable<Object>> commands = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            commands.add(() -> bank.send(deposit, key));
        }

        List<Future<Object>> results = all(commands);

        // The others were answered the same or told that the first is still running.
        assertThat(results.stream()
                        .filter(result -> result.state() == Future.State.SUCCESS)
                        .map(Future::resultNow)
                        .map(outcome -> ((Outcome<?>) outcome).answer())
                        .distinct())
                .hasSize(1);
        assertThat(WrittenLog.of(database).mustBeSound().balance(account)).isEqualTo(Money.of("10.00", "USD"));
    }

    @Test
    void the_log_refuses_change_even_to_its_owner() {
        bank.customer();
        for (String change :
                List.of("UPDATE event SET payload = '{}' WHERE position = 1", "DELETE FROM event", "TRUNCATE event")) {
            assertThatThrownBy(() ->
                            JdbcClient.create(database.owner()).sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() ->
                            JdbcClient.create(database.program()).sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        WrittenLog.of(database).mustBeSound();
    }

    @Test
    void the_program_may_neither_free_what_is_taken_nor_create_tables() {
        bank.account(bank.customer(), "USD");
        for (String change : List.of(
                "UPDATE claim SET value = 'x'",
                "DELETE FROM chain_head",
                "UPDATE idempotency_record SET answer = 'x'",
                "CREATE TABLE nexum.mine (n int)",
                "ALTER TABLE event DISABLE TRIGGER ALL")) {
            assertThatThrownBy(() ->
                            JdbcClient.create(database.program()).sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void the_program_may_free_a_place_among_those_that_are_open_and_nothing_else() {
        bank.account(bank.customer(), "USD");
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql("INSERT INTO claim (tenant, kind, value, position) VALUES ('default', 'open_loan', '1', 1)")
                .update();

        int freed = JdbcClient.create(database.store().of(TenantId.DEFAULT))
                .sql("DELETE FROM claim")
                .update();

        assertThat(freed).isEqualTo(1);
        assertThat(owner.sql("SELECT kind FROM claim").query(String.class).list())
                .containsExactly("account_number");
    }

    private List<Future<Object>> all(List<Callable<Object>> commands) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(commands);
        }
    }

    private long positionOf(Receipt receipt) {
        return JdbcClient.create(database.owner())
                .sql("SELECT min(position) FROM event WHERE payload LIKE ?")
                .param("%" + receipt.transactionId() + "%")
                .query(Long.class)
                .single();
    }

    private static Reverse reversal(Receipt original, long position) {
        return new Reverse(
                new TransactionId(UUID.randomUUID()), original.transactionId(), position, "entered by mistake");
    }

    private static OpenAccount numbered(OpenAccount opening, String number) {
        return new OpenAccount(
                opening.account(),
                opening.customer(),
                opening.productType(),
                opening.productCode(),
                opening.currency(),
                opening.name(),
                number,
                opening.timeZone(),
                opening.limits(),
                Map.of());
    }
}
