package io.nexum.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.command.store.Balance;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.Refusals.StoreUnavailable;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.JournalEntryId;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.LedgerEvent.JournalEntryPosted;
import io.nexum.kernel.loan.LoanPolicy;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What a command side does when it is stopped, when loading fails, and with what must never be written. */
class LifecycleTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void after_its_close_a_command_side_refuses_and_the_log_holds_what_it_acknowledged() {
        List<Future<?>> deposits = new ArrayList<>();
        AccountId account;
        try (TestBank bank = TestBank.on(database.store());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            AccountId opened = bank.account(bank.customer(), "USD");
            bank.deposit(opened, "1.00");
            account = opened;
            for (int i = 0; i < 200; i++) {
                deposits.add(threads.submit(() -> bank.deposit(opened, "1.00")));
            }
            assertThat(deposits.getFirst()).succeedsWithin(SOON);
            closeEarly(bank);
            assertThatThrownBy(() -> bank.deposit(opened, "1.00"))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(StoreUnavailable.class));
        }

        long acknowledged = deposits.stream()
                .filter(deposit -> deposit.state() == Future.State.SUCCESS)
                .count();
        assertThat(WrittenLog.of(database).mustBeSound().balance(account))
                .isEqualTo(Money.of(acknowledged + 1 + ".00", "USD"));
    }

    private static void closeEarly(TestBank bank) {
        bank.close();
    }

    @Test
    void a_command_that_waits_too_long_is_told_to_ask_again_and_may_be_written_yet() {
        Semaphore gate = new Semaphore(1);
        DataSource gated = new DelegatingDataSource(database.program()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (Thread.currentThread().getName().equals("appender")) {
                    gate.acquireUninterruptibly();
                    gate.release();
                }
                return super.getConnection();
            }
        };
        CommandSettings impatient = new CommandSettings(
                ZoneOffset.UTC,
                Duration.ofHours(24),
                Duration.ofHours(24),
                100,
                100,
                500,
                0,
                LoanPolicy.USUAL,
                Duration.ofSeconds(3));
        try (TestBank bank = TestBank.on(database.store(gated), impatient, (tenant, position) -> {})) {
            AccountId account = bank.account(bank.customer(), "USD");
            gate.acquireUninterruptibly();
            try {
                assertThatThrownBy(() -> bank.deposit(account, "10.00"))
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining("not known yet");
            } finally {
                gate.release();
            }
            bank.withdraw(account, "10.00"); // it was written after all
        }
    }

    @Test
    void a_load_that_fails_halfway_lets_go_of_its_locks() {
        FaultyDataSource faulty = new FaultyDataSource(database.program());
        CommandSettings coldAlways = new CommandSettings(
                ZoneOffset.UTC,
                Duration.ofHours(24),
                Duration.ofHours(24),
                0,
                100,
                500,
                0,
                LoanPolicy.USUAL,
                Duration.ofSeconds(30));
        try (TestBank bank = TestBank.on(database.store(faulty), coldAlways, (tenant, position) -> {});
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            AccountId one = bank.account(bank.customer(), "USD");
            AccountId two = bank.account(bank.customer(), "USD");
            bank.deposit(one, "10.00");
            bank.deposit(two, "10.00");
            faulty.refuseConnections(1);
            assertThatThrownBy(() -> bank.transfer(one, two, "1.00")).isInstanceOf(RefusedException.class);

            assertThat(threads.submit(() -> bank.transfer(one, two, "1.00"))).succeedsWithin(SOON);
            assertThat(threads.submit(() -> bank.transfer(two, one, "1.00"))).succeedsWithin(SOON);
        }
        WrittenLog.of(database).mustBeSound();
    }

    @Test
    void an_interrupted_command_is_refused_or_granted_and_never_half_done() throws Exception {
        try (TestBank bank = TestBank.on(database.store())) {
            AccountId account = bank.account(bank.customer(), "USD");
            bank.deposit(account, "1.00");
            List<Throwable> refusals = new ArrayList<>();
            Thread interrupted = Thread.ofVirtual().start(() -> {
                Thread.currentThread().interrupt();
                try {
                    bank.send(new Deposit(account, TestBank.usd("1.00")));
                } catch (RefusedException e) {
                    refusals.add(e);
                }
            });
            interrupted.join();

            assertThat(refusals).hasSize(1);
            assertThat(bank.deposit(account, "1.00").balances().getFirst().balance())
                    .isEqualTo(Money.of("2.00", "USD"));
        }
        WrittenLog.of(database).mustBeSound();
    }

    @Test
    void a_unit_of_work_out_of_balance_is_never_appended() {
        Money ten = Money.of("10.00", "USD");
        assertThatThrownBy(() -> Balance.mustHold(List.of(entry(JournalLine.debit(DefaultChart.CASH, ten)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("10.00 USD");
        assertThatThrownBy(() -> Balance.mustHold(List.of(entry(
                        JournalLine.debit(DefaultChart.CASH, ten),
                        JournalLine.credit(DefaultChart.FEE_INCOME, Money.of("10.00", "EUR"))))))
                .isInstanceOf(IllegalStateException.class);
        Balance.mustHold(List.of(
                entry(JournalLine.debit(DefaultChart.CASH, ten)),
                entry(JournalLine.credit(DefaultChart.FEE_INCOME, ten))));
    }

    private static DomainEvent entry(JournalLine... lines) {
        return new JournalEntryPosted(
                new JournalEntryId(UUID.randomUUID()),
                new TransactionId(UUID.randomUUID()),
                LocalDate.of(2026, 3, 10),
                LocalDate.of(2026, 3, 10),
                "a test",
                Optional.empty(),
                List.of(lines));
    }
}
