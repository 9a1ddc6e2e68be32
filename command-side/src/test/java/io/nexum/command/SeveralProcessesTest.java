package io.nexum.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountCommand.FreezeAccount;
import io.nexum.kernel.account.AccountCommand.UnfreezeAccount;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountRefusal.AccountNotActive;
import io.nexum.kernel.day.DayCommand.MoveBusinessDate;
import io.nexum.kernel.day.DayCommand.OpenBusinessDate;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.rate.RateCommand.QuoteRate;
import io.nexum.kernel.rate.RateId;
import io.nexum.kernel.transaction.Receipt;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionCommand.Transfer;
import io.nexum.kernel.transaction.TransactionType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several command sides on one database, as several processes would be. */
class SeveralProcessesTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final List<AutoCloseable> open = new ArrayList<>();
    private TestBank one;
    private TestBank two;

    @BeforeEach
    void startTwo() {
        one = process();
        two = process();
    }

    @AfterEach
    void stopAll() throws Exception {
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
    }

    private TestBank process() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.program());
        config.setMaximumPoolSize(8);
        HikariDataSource pool = new HikariDataSource(config);
        open.add(pool);
        TestBank bank = TestBank.on(database.store(pool));
        open.add(bank);
        return bank;
    }

    @Test
    void crossing_transfers_neither_lock_each_other_out_nor_lose_money() throws Exception {
        TestBank three = process();
        List<AccountId> accounts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            AccountId account = one.account(one.customer(), "USD");
            one.deposit(account, "1000.00");
            accounts.add(account);
        }

        List<Future<Receipt>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Random random = new Random(7);
            for (int i = 0; i < 600; i++) {
                int from = random.nextInt(4);
                AccountId debited = accounts.get(from);
                AccountId credited = accounts.get((from + 1 + random.nextInt(3)) % 4);
                TestBank bank = List.of(one, two, three).get(i % 3);
                sent.add(threads.submit(() -> bank.transfer(debited, credited, "1.00")));
            }
        }

        WrittenLog log = WrittenLog.of(database).mustBeSound();
        int granted = 0;
        for (Future<Receipt> transfer : sent) {
            granted += granted(transfer) ? 1 : 0;
        }
        assertThat(granted).isGreaterThan(500);
        assertThat(log.count("account.debited.v1")).isEqualTo(granted);
        assertThat(accounts.stream().map(log::balance).reduce(Money::plus)).contains(Money.of("4000.00", "USD"));
    }

    @Test
    void what_another_process_has_moved_the_business_date_to_is_booked_on_at_once() {
        LocalDate day = LocalDate.of(2024, 3, 31);
        AccountId account = one.account(one.customer(), "USD");
        one.send(new OpenBusinessDate(day));
        assertThat(two.deposit(account, "1.00").bookingDate()).isEqualTo(day);

        for (LocalDate date = day; date.isBefore(day.plusDays(20)); date = date.plusDays(1)) {
            one.send(new MoveBusinessDate(date));
            assertThat(two.deposit(account, "1.00").bookingDate()).isEqualTo(date.plusDays(1));
            assertThat(one.deposit(account, "1.00").bookingDate()).isEqualTo(date.plusDays(1));
        }
    }

    /** Whether it was; a refusal can only be that others were always faster. */
    private static boolean granted(Future<Receipt> transfer) throws InterruptedException {
        try {
            return transfer.get().transactionType() == TransactionType.TRANSFER_INTERNAL;
        } catch (ExecutionException e) {
            assertThat(e.getCause())
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusals.TooMuchContention.class));
            return false;
        }
    }

    @Test
    void money_that_came_in_by_one_process_can_be_spent_by_another() {
        AccountId account = one.account(one.customer(), "USD");
        two.deposit(account, "1.00");
        one.deposit(account, "99.00");

        Receipt receipt = two.withdraw(account, "100.00");

        assertThat(receipt.balances().getFirst().balance()).isEqualTo(Money.of("0.00", "USD"));
    }

    @Test
    void a_dry_run_knows_what_another_process_has_written() {
        AccountId account = one.account(one.customer(), "USD");
        two.deposit(account, "1.00");
        one.deposit(account, "99.00");

        Receipt receipt = two.tryOut(new Deposit(account, TestBank.usd("1.00")));

        assertThat(receipt.balances().getFirst().balance()).isEqualTo(Money.of("101.00", "USD"));
    }

    @Test
    void a_transfer_is_converted_at_a_rate_that_another_process_was_told_last() {
        AccountId dollars = one.account(one.customer(), "USD");
        AccountId euros = one.account(one.customer(), "EUR");
        one.deposit(dollars, "100.00");
        one.send(quote("0.50"));
        two.send(new Transfer(dollars, euros, TransactionType.TRANSFER_INTERNAL, TestBank.usd("1.00")));
        one.send(quote("0.90"));

        Receipt receipt = two.send(new Transfer(dollars, euros, TransactionType.PAYMENT, TestBank.usd("1.00")));

        assertThat(receipt.creditedAmount()).contains(Money.of("0.90", "EUR"));
    }

    @Test
    void what_others_wrote_while_a_claim_was_turned_down_is_not_overlooked() {
        AccountId account = one.account(one.customer(), "USD");
        two.deposit(account, "5.00");
        String key = UUID.randomUUID().toString();
        one.send(new Deposit(account, TestBank.usd("5.00")), new IdempotencyKey(key, "same"));
        one.send(new FreezeAccount(account, "seen on the dark side"));
        AccountId other = two.account(two.customer(), "USD");
        one.send(new UnfreezeAccount(account, "cleared"));

        two.send(new Deposit(account, TestBank.usd("5.00")), new IdempotencyKey(key, "same"));
        two.deposit(other, "1.00");

        assertThat(two.withdraw(account, "10.00").balances().getFirst().balance())
                .isEqualTo(Money.of("0.00", "USD"));
    }

    @Test
    void what_others_wrote_beyond_what_is_looked_at_singly_is_not_overlooked() {
        AccountId account = one.account(one.customer(), "USD");
        two.deposit(account, "5.00");
        JdbcClient.create(database.owner()).sql("""
                WITH filler AS (
                    INSERT INTO event (tenant, position, stream, sequence, type, recorded_at, payload, metadata, hash)
                    SELECT h.tenant, h.position + n, 'filler-1', n - 1, 'filler.v1', now(), '{}', '{}', h.hash
                    FROM chain_head h, generate_series(1, 60000) AS n)
                UPDATE chain_head SET position = position + 60000
                """).update();
        TestBank three = process();
        three.send(new FreezeAccount(account, "fraud suspected"));

        assertThatThrownBy(() -> two.deposit(account, "1.00"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(AccountNotActive.class));
        assertThatThrownBy(() -> two.tryOut(new Deposit(account, TestBank.usd("1.00"))))
                .isInstanceOf(RefusedException.class);
    }

    private static QuoteRate quote(String rate) {
        return new QuoteRate(new ExchangeRate(
                new RateId(UUID.randomUUID()),
                Currency.of("USD"),
                Currency.of("EUR"),
                new BigDecimal(rate),
                "a test",
                Instant.now().minusSeconds(1)));
    }
}
