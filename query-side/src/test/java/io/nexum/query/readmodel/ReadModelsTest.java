package io.nexum.query.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.QueryContext;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountEvent.HoldPlaced;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountQuery.AccountView;
import io.nexum.kernel.account.AccountQuery.GetAccount;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.LedgerEvent.GlAccountOpened;
import io.nexum.kernel.ledger.LedgerQuery.GetChart;
import io.nexum.kernel.money.Money;
import io.nexum.query.CheckReport;
import io.nexum.query.QuerySettings;
import io.nexum.query.QuerySide;
import io.nexum.query.RebuildReport;
import io.nexum.query.TestBank;
import io.nexum.query.TestLog;
import io.nexum.query.log.ProjectionPosition;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The read models are what the log tells: once, whoever follows it, and however they were built. */
class ReadModelsTest {
    private static final QuerySettings IMPATIENT = new QuerySettings(
            50, Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofSeconds(30));

    private final TestBank bank = new TestBank();

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void each_event_counts_once_whoever_stops_and_starts() {
        AccountId account = bank.account();
        for (int i = 0; i < 5; i++) {
            bank.depositMany(account, 130);
            bank.restart();
        }
        assertThat(balance(account)).isEqualTo(Money.of("650", "USD"));
        assertThat(check().samples()).isEmpty();
    }

    @Test
    void each_event_counts_once_under_two_followers() {
        try (QuerySide other = QuerySide.start(bank.database.store(), TestBank.SETTINGS, bank.keys)) {
            AccountId account = bank.account();
            for (int i = 0; i < 40; i++) {
                bank.depositMany(account, 20);
                other.appended(TestBank.TENANT, bank.log.position());
            }
            assertThat(balance(account)).isEqualTo(Money.of("800", "USD"));
            AccountView there =
                    other.ask(new GetAccount(account, bank.log.now()), QueryContext.strong(TestBank.TENANT));
            assertThat(there.balance()).isEqualTo(Money.of("800", "USD"));
            assertThat(check().samples()).isEmpty();
        }
    }

    @Test
    void rebuilt_read_models_equal_the_live_ones_and_go_on_following() {
        AccountId account = EveryTable.fill(bank);
        AccountView before = bank.ask(new GetAccount(account, bank.log.now()));

        RebuildReport report = bank.queries().rebuild(TestBank.TENANT, told -> {});

        assertThat(report.position()).isEqualTo(bank.log.position());
        assertThat(bank.ask(new GetAccount(account, bank.log.now()))).isEqualTo(before);
        bank.deposit(account, "1");
        assertThat(balance(account)).isEqualTo(before.balance().plus(Money.of("1", "USD")));
        assertThat(check().samples()).isEmpty();
    }

    @Test
    void nothing_is_lost_or_doubled_when_read_models_are_rebuilt_under_load() throws InterruptedException {
        AccountId account = bank.account();
        Thread teller = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 60; i++) {
                bank.depositMany(account, 50);
            }
        });
        for (int i = 0; i < 3; i++) {
            bank.queries().rebuild(TestBank.TENANT, told -> {});
        }
        teller.join();
        assertThat(balance(account)).isEqualTo(Money.of("3000", "USD"));
        assertThat(check().samples()).isEmpty();
    }

    @Test
    void a_statement_prepared_before_a_rebuild_reads_the_new_tables_after_it() throws SQLException {
        AccountId account = EveryTable.fill(bank);
        try (Connection connection = bank.database.store().of(TestBank.TENANT).getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT balance FROM account WHERE id = ?")) {
            statement.setObject(1, account.value());
            for (int i = 0; i < 10; i++) {
                assertThat(balance(statement)).isNotNegative();
            }
            bank.queries().rebuild(TestBank.TENANT, told -> {});
            bank.deposit(account, "1000000");
            Money balance = balance(account);
            assertThat(balance(statement)).isEqualByComparingTo(balance.amount());
        }
    }

    @Test
    void read_models_of_another_version_are_rebuilt_at_the_start() {
        AccountId account = EveryTable.fill(bank);
        Money balance = balance(account);
        bank.database.execute("UPDATE nexum_read.account SET balance = balance + 1");
        bank.restart();
        assertThat(balance(account)).isEqualTo(balance.plus(Money.of("1", "USD")));

        bank.database.execute("UPDATE nexum_read.read_model SET version = 'another'");
        bank.restart();
        assertThat(balance(account)).isEqualTo(balance);
        assertThat(check().samples()).isEmpty();
    }

    @Test
    void a_query_waits_for_the_entitys_last_event_and_is_refused_when_that_takes_too_long() throws SQLException {
        AccountId account = bank.account();
        AccountId untouched = bank.account();
        bank.deposit(account, "1");
        assertThat(balance(account)).isEqualTo(Money.of("1", "USD"));
        try (QuerySide impatient = QuerySide.start(bank.database.store(), IMPATIENT, bank.keys);
                Connection connection = bank.database.owner().getConnection()) {
            connection.setAutoCommit(false);
            ProjectionPosition.lock(connection, TestBank.TENANT);
            bank.deposit(account, "2");
            QueryContext strong = QueryContext.strong(TestBank.TENANT);
            QueryContext eventual = new QueryContext(TestBank.TENANT, QueryContext.Consistency.EVENTUAL);
            GetAccount changed = new GetAccount(account, bank.log.now());

            assertThatThrownBy(() -> impatient.ask(changed, strong))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("the read side is behind");
            assertThatThrownBy(() -> impatient.ask(new GetChart(), strong)).isInstanceOf(RefusedException.class);
            assertThat(impatient.ask(changed, eventual).balance()).isEqualTo(Money.of("1", "USD"));
            assertThat(impatient
                            .ask(new GetAccount(untouched, bank.log.now()), strong)
                            .balance())
                    .isEqualTo(Money.of("0", "USD"));

            connection.rollback();
            assertThat(balance(account)).isEqualTo(Money.of("3", "USD"));
        }
    }

    @Test
    void lost_connections_are_survived() {
        AccountId account = bank.account();
        for (int i = 0; i < 3; i++) {
            bank.database.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
            bank.deposit(account, "1");
        }
        Awaitility.await().until(() -> bank.queries().position(TestBank.TENANT) == bank.log.position());
        assertThat(balance(account)).isEqualTo(Money.of("3", "USD"));
    }

    @Test
    void the_follower_stops_before_a_gap() {
        AccountId account = bank.account();
        balance(account);
        long before = bank.log.position();
        bank.database.execute("ALTER TABLE event DISABLE TRIGGER ALL");
        bank.log.append(
                new HoldPlaced(account, new HoldId(UUID.randomUUID()), Money.of("1", "USD"), "x", Optional.empty()));
        bank.close();
        bank.database.execute("DELETE FROM nexum_read.projection_position");
        bank.database.execute("INSERT INTO nexum_read.projection_position VALUES ('default', " + before + ")");
        bank.database.execute("DELETE FROM event WHERE position = " + (before + 1));
        bank.deposit(account, "5");
        try (QuerySide impatient = QuerySide.start(bank.database.store(), IMPATIENT, bank.keys)) {
            assertThatThrownBy(() -> impatient.ask(new GetChart(), QueryContext.strong(TestBank.TENANT)))
                    .isInstanceOf(RefusedException.class);
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(impatient.position(TestBank.TENANT)).isEqualTo(before));
        }
    }

    @Test
    void tenants_do_not_see_each_other() {
        EveryTable.fill(bank);
        TenantId other = new TenantId("other-bank");
        TestLog log = new TestLog(bank.database.owner(), other, bank.keys);
        log.append(new GlAccountOpened(DefaultChart.ACCOUNTS.getFirst()));

        assertThat(bank.queries().ask(new GetChart(), QueryContext.strong(other)))
                .containsExactly(DefaultChart.ACCOUNTS.getFirst());
        assertThat(bank.ask(new GetChart())).hasSize(DefaultChart.ACCOUNTS.size());
        bank.queries().rebuild(other, told -> {});
        assertThat(bank.ask(new GetChart())).hasSize(DefaultChart.ACCOUNTS.size());
        assertThat(bank.queries().check(other, told -> {}).samples()).isEmpty();
        assertThat(check().samples()).isEmpty();
    }

    private CheckReport check() {
        bank.ask(new GetChart());
        return bank.queries().check(TestBank.TENANT, told -> {});
    }

    private Money balance(AccountId account) {
        return bank.ask(new GetAccount(account, bank.log.now())).balance();
    }

    private static BigDecimal balance(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getBigDecimal(1);
        }
    }
}
