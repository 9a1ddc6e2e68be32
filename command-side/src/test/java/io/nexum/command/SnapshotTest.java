package io.nexum.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nexum.command.account.AccountState;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountCommand.UnfreezeAccount;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.log.HashChain;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk.Item;
import io.nexum.kernel.transaction.TransactionCommand.PostBulk.Mode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a process that knows nothing yet comes to an account's state. */
class SnapshotTest {
    private static final CommandSettings DEFAULTS = CommandSettings.defaults();
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner());

    @Test
    void a_cold_start_from_a_snapshot_leads_to_the_same_state_as_all_the_events() {
        AccountId account = accountWithDeposits(6, 500);
        assertThat(snapshotSequence(account)).isGreaterThanOrEqualTo(2_500);
        // Only who starts at the snapshot can tell: everything before it is made unreadable.
        owner.sql("ALTER TABLE event DISABLE TRIGGER USER").update();
        owner.sql("UPDATE event SET payload = 'unreadable' WHERE stream = ? AND sequence BETWEEN 1 AND 2000")
                .param(AccountState.streamOf(account).value())
                .update();

        assertThat(balanceAfterOneDeposit(account)).isEqualTo(Money.of("3001.00", "USD"));
    }

    @Test
    void a_snapshot_of_another_version_of_the_state_is_not_read() {
        AccountId account = accountWithDeposits(2, 600);
        owner.sql("UPDATE snapshot SET state_version = 'of old', state = 'unreadable'")
                .update();

        assertThat(balanceAfterOneDeposit(account)).isEqualTo(Money.of("1201.00", "USD"));
    }

    @Test
    void a_snapshot_that_cannot_be_read_is_done_without() {
        AccountId account = accountWithDeposits(2, 600);
        owner.sql("UPDATE snapshot SET state = '{\"balance\": 7}'").update();

        assertThat(balanceAfterOneDeposit(account)).isEqualTo(Money.of("1201.00", "USD"));
    }

    @Test
    void without_any_snapshot_all_events_are_read() {
        AccountId account = accountWithDeposits(3, 500);
        owner.sql("DELETE FROM snapshot").update();

        assertThat(balanceAfterOneDeposit(account)).isEqualTo(Money.of("1501.00", "USD"));
    }

    @Test
    void a_cache_of_two_entities_still_decides_rightly() {
        CommandSettings tiny = new CommandSettings(
                ZoneOffset.UTC,
                DEFAULTS.oldestRate(),
                DEFAULTS.idempotencyRetention(),
                2,
                100,
                5,
                0,
                DEFAULTS.loanPolicy(),
                DEFAULTS.longestWait());
        try (TestBank bank = TestBank.on(database.store(), tiny, (tenant, position) -> {})) {
            List<AccountId> accounts = java.util.stream.Stream.generate(() -> bank.account(bank.customer(), "USD"))
                    .limit(6)
                    .toList();
            accounts.forEach(account -> bank.deposit(account, "10.00"));
            for (int i = 0; i < 60; i++) {
                bank.transfer(accounts.get(i % 6), accounts.get((i + 1) % 6), "10.00");
            }
            accounts.forEach(account -> bank.withdraw(account, "10.00"));
        }
        WrittenLog.of(database).mustBeSound();
    }

    @Test
    void an_event_of_an_old_version_is_read_by_a_new_process() {
        AccountId account = accountWithDeposits(1, 1);
        appendByHand(account, "account.frozen.v1", "{\"account\":\"" + account + "\"}");

        try (TestBank bank = TestBank.on(database.store())) {
            assertThat(bank.send(new UnfreezeAccount(account, "cleared"))).isEqualTo(account);
            bank.deposit(account, "1.00");
        }

        WrittenLog log = WrittenLog.of(database).mustBeSound();
        assertThat(log.count("account.frozen.v1")).isEqualTo(1);
        assertThat(log.balance(account)).isEqualTo(Money.of("2.00", "USD"));
    }

    private AccountId accountWithDeposits(int bulks, int depositsEach) {
        try (TestBank bank = TestBank.on(database.store())) {
            AccountId account = bank.account(bank.customer(), "USD");
            for (int i = 0; i < bulks; i++) {
                List<Item> items = Collections.nCopies(depositsEach, "1.00").stream()
                        .map(amount -> new Item(new Deposit(account, TestBank.usd(amount)), Optional.empty()))
                        .toList();
                bank.send(new PostBulk(items, Mode.ATOMIC));
            }
            if (bulks * depositsEach > 500) {
                await().until(() -> snapshotSequence(account) >= (bulks - 1L) * depositsEach);
            }
            return account;
        }
    }

    private long snapshotSequence(AccountId account) {
        return owner.sql("SELECT coalesce(max(sequence), -1) FROM snapshot WHERE stream = ?")
                .param(AccountState.streamOf(account).value())
                .query(Long.class)
                .single();
    }

    private Money balanceAfterOneDeposit(AccountId account) {
        try (TestBank bank = TestBank.on(database.store())) {
            return bank.deposit(account, "1.00").balances().getFirst().balance();
        }
    }

    /** As a program of an earlier version would have. */
    private void appendByHand(AccountId account, String type, String payload) {
        byte[] head =
                owner.sql("SELECT hash FROM chain_head").query(byte[].class).single();
        long position =
                owner.sql("SELECT position FROM chain_head").query(Long.class).single() + 1;
        long sequence =
                WrittenLog.of(database).of(AccountState.streamOf(account)).size();
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        byte[] hash = new HashChain()
                .next(
                        head,
                        position,
                        TenantId.DEFAULT,
                        AccountState.streamOf(account),
                        sequence,
                        type,
                        at,
                        payload.getBytes(StandardCharsets.UTF_8),
                        "{}".getBytes(StandardCharsets.UTF_8));
        owner.sql("""
                WITH moved AS (UPDATE chain_head SET position = :position, hash = :hash)
                INSERT INTO event (tenant, position, stream, sequence, type, recorded_at, payload, metadata, hash)
                VALUES ('default', :position, :stream, :sequence, :type, :at, :payload, '{}', :hash)
                """)
                .param("position", position)
                .param("hash", hash)
                .param("stream", AccountState.streamOf(account).value())
                .param("sequence", sequence)
                .param("type", type)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("payload", payload)
                .update();
    }
}
