package io.nexum.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.command.FaultyDataSource.Fault;
import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.Refusals.StoreUnavailable;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountCommand.OpenAccount;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.ProductType;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.Receipt;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that break while an append is under way: nothing acknowledged is lost, nothing counts twice. */
class UnknownOutcomeTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final FaultyDataSource faulty = new FaultyDataSource(database.program());
    private TestBank bank;
    private AccountId account;

    @BeforeEach
    void openBank() {
        bank = TestBank.on(database.store(faulty));
        account = bank.account(bank.customer(), "USD");
        bank.deposit(account, "100.00");
    }

    @AfterEach
    void closeBank() {
        bank.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BEFORE_APPEND", "AFTER_APPEND"})
    void a_deposit_whose_connection_broke_counts_once(Fault fault) {
        faulty.breakNext(fault);

        bank.deposit(account, "1.00");

        assertThat(faulty.allHappened()).isTrue();
        assertThat(bank.deposit(account, "1.00").balances().getFirst().balance())
                .isEqualTo(Money.of("102.00", "USD"));
        WrittenLog.of(database).mustBeSound();
    }

    @Test
    void a_deposit_whose_connection_broke_twice_counts_once() {
        faulty.breakNext(Fault.BEFORE_APPEND).breakNext(Fault.AFTER_APPEND);

        bank.deposit(account, "1.00");

        assertThat(faulty.allHappened()).isTrue();
        assertThat(WrittenLog.of(database).mustBeSound().balance(account)).isEqualTo(Money.of("101.00", "USD"));
    }

    @Test
    void a_deposit_whose_connection_broke_while_taking_turns_counts_once() {
        try (TestBank other = TestBank.on(database.store())) {
            other.deposit(other.account(other.customer(), "USD"), "1.00");
            faulty.breakNext(Fault.AFTER_COMMIT);

            bank.deposit(account, "1.00");
        }

        assertThat(faulty.allHappened()).isTrue();
        assertThat(WrittenLog.of(database).mustBeSound().balance(account)).isEqualTo(Money.of("101.00", "USD"));
    }

    @Test
    void the_appender_waits_for_a_database_that_is_away_for_a_moment() {
        faulty.breakNext(Fault.AFTER_APPEND).stayAwayFor(5);

        bank.deposit(account, "1.00");

        assertThat(faulty.allHappened()).isTrue();
        assertThat(WrittenLog.of(database).mustBeSound().balance(account)).isEqualTo(Money.of("101.00", "USD"));
    }

    @Test
    void a_database_out_of_reach_refuses_and_the_next_command_finds_it_again() {
        faulty.refuseConnections(1);

        assertThatThrownBy(() -> bank.deposit(account, "1.00"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(StoreUnavailable.class));

        assertThat(bank.deposit(account, "1.00").balances().getFirst().balance())
                .isEqualTo(Money.of("101.00", "USD"));
        WrittenLog.of(database).mustBeSound();
    }

    @Test
    void every_acknowledged_deposit_is_there_once_whatever_broke_meanwhile() throws Exception {
        Fault[] faults = {Fault.AFTER_APPEND, Fault.BEFORE_APPEND};
        List<Future<Receipt>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                if (i % 20 == 0) {
                    faulty.breakNext(faults[i / 20 % 2]);
                }
                sent.add(threads.submit(() -> bank.deposit(account, "1.00")));
            }
        }

        int acknowledged = 0;
        for (Future<Receipt> deposit : sent) {
            acknowledged += deposit.state() == Future.State.SUCCESS ? 1 : 0;
        }
        assertThat(acknowledged).isPositive();
        assertThat(WrittenLog.of(database).mustBeSound().balance(account))
                .isEqualTo(Money.of(100 + acknowledged + ".00", "USD"));
    }

    @Test
    void a_unit_that_the_database_cannot_store_leaves_its_neighbours_alone() throws Exception {
        String tooLongForItsIndex = new Random64().text(200_000);
        List<Future<?>> sound = new ArrayList<>();
        Future<?> poisoned;
        try (CommandSide commands = CommandSide.start(
                        database.store(),
                        CommandSettings.defaults(),
                        (tenant, position) -> {},
                        TestKeys.of(database.store()));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                sound.add(threads.submit(
                        () -> commands.send(new Deposit(account, TestBank.usd("1.00")), TestBank.context())));
            }
            OpenAccount opening = new OpenAccount(
                    new AccountId(UUID.randomUUID()),
                    bank.customer(),
                    ProductType.CHECKING,
                    Optional.empty(),
                    Currency.of("USD"),
                    "Everyday",
                    tooLongForItsIndex,
                    ZoneOffset.UTC,
                    AccountLimits.none(Currency.of("USD")),
                    Map.of());
            poisoned = threads.submit(() -> commands.send(opening, TestBank.context()));
            for (int i = 0; i < 20; i++) {
                sound.add(threads.submit(() -> commands.send(
                        new Deposit(account, TestBank.usd("1.00")),
                        TestBank.context()
                                .withIdempotency(
                                        new IdempotencyKey(UUID.randomUUID().toString(), "x")))));
            }
        }

        assertThat(poisoned.state()).isEqualTo(Future.State.FAILED);
        assertThat(sound).allMatch(deposit -> deposit.state() == Future.State.SUCCESS);
        assertThat(WrittenLog.of(database).mustBeSound().balance(account)).isEqualTo(Money.of("140.00", "USD"));
    }

    /** Text that no compression makes small enough for an index. */
    private static final class Random64 {
        private final java.util.Random random = new java.util.Random(1);

        String text(int length) {
            StringBuilder text = new StringBuilder();
            while (text.length() < length) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            return text.toString();
        }
    }
}
