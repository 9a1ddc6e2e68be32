package io.nexum.query.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.QueryContext;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountEvent.HoldPlaced;
import io.nexum.kernel.account.AccountEvent.HoldReleased;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountQuery.AccountView;
import io.nexum.kernel.account.AccountQuery.GetAccount;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.customer.Beneficiary;
import io.nexum.kernel.customer.BeneficiaryId;
import io.nexum.kernel.customer.CustomerEvent.BeneficiaryAdded;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalEntryId;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.LedgerEvent.GlAccountOpened;
import io.nexum.kernel.ledger.LedgerEvent.JournalEntryPosted;
import io.nexum.kernel.ledger.LedgerQuery.GetChart;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.rate.RateEvent.RateQuoted;
import io.nexum.kernel.rate.RateId;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.query.CheckReport;
import io.nexum.query.CheckReport.Difference;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The read models are what the log tells: once, whoever follows it, and however they were built. */
class ReadModelsTest {
    private static final QuerySettings IMPATIENT =
            new QuerySettings(50, Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(50));

    private final TestBank bank = new TestBank();

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void live_read_models_are_what_the_log_tells() {
        fill();
        CheckReport report = check();
        assertThat(report.samples()).isEmpty();
        assertThat(report.equal()).isTrue();
        assertThat(report.position()).isEqualTo(bank.log.position());
        assertThat(report.tables()).isEqualTo(10);
        assertThat(report.rows()).isGreaterThan(DefaultChart.ACCOUNTS.size());
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
        try (QuerySide other = QuerySide.start(bank.database.owner(), bank.database.program(), TestBank.SETTINGS)) {
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
        AccountId account = fill();
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
        AccountId account = fill();
        try (Connection connection = bank.database.program().getConnection();
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
        AccountId account = fill();
        Money balance = balance(account);
        bank.database.execute("UPDATE nexum_read.account SET balance = balance + 1");
        bank.restart();
        assertThat(balance(account)).isEqualTo(balance.plus(Money.of("1", "USD")));

        bank.database.execute("UPDATE nexum_read.read_model SET version = 'another'");
        bank.restart();
        assertThat(balance(account)).isEqualTo(balance);
        assertThat(check().samples()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            account       ; UPDATE nexum_read.account SET name = 'Other' WHERE id = (SELECT min(id::text)::uuid FROM account)
            account       ; DELETE FROM nexum_read.account WHERE id = (SELECT min(id::text)::uuid FROM account)
            beneficiary   ; DELETE FROM nexum_read.beneficiary
            customer      ; UPDATE nexum_read.customer SET email = 'x' WHERE id = (SELECT min(id::text)::uuid FROM customer)
            hold          ; UPDATE nexum_read.hold SET status = 'active'
            transaction   ; DELETE FROM nexum_read.transaction WHERE position = (SELECT max(position) FROM transaction)
            posting       ; UPDATE nexum_read.posting SET value_date = value_date - 1 WHERE position = (SELECT max(position) FROM posting) AND line = 0
            posting       ; INSERT INTO nexum_read.posting SELECT tenant, 999999, line, transaction_id, gl_account, account_id, sub_account, currency, amount, booking_date, value_date FROM posting WHERE account_id IS NULL LIMIT 1
            journal_entry ; UPDATE nexum_read.journal_entry SET description = 'x'
            gl_account    ; UPDATE nexum_read.gl_account SET name = 'x' WHERE code = '1010'
            gl_day        ; UPDATE nexum_read.gl_day SET debit = debit + 0.01 WHERE gl_account = '1010'
            rate          ; UPDATE nexum_read.rate SET rate = 2
            """)
    void a_difference_in_any_table_is_found_and_named(String table, String sql) {
        fill();
        assertThat(check().samples()).isEmpty();
        bank.database.execute(sql);

        CheckReport report = check();

        assertThat(report.equal()).isFalse();
        assertThat(report.differences()).isEqualTo(1);
        Difference difference = report.samples().getFirst();
        assertThat(difference.table()).isEqualTo(table);
        assertThat(difference.live()).isNotEqualTo(difference.rebuilt());
        assertThat(difference.key()).contains("\"tenant\"");
    }

    @Test
    void a_balance_that_its_journal_lines_do_not_add_up_to_is_found() {
        fill();
        bank.ask(new GetChart());
        bank.database.execute("UPDATE nexum_read.account SET balance = balance + 1");

        Set<String> tables = check().samples().stream().map(Difference::table).collect(Collectors.toSet());

        assertThat(tables).containsExactlyInAnyOrder("account", "account balance and its journal lines");
    }

    @Test
    void a_check_leaves_nothing_behind() throws SQLException {
        fill();
        check();
        try (Connection connection = bank.database.owner().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT count(*) FROM pg_namespace WHERE nspname IN ('nexum_read_check', 'nexum_read_rebuild', 'nexum_read_old')");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void a_query_waits_for_the_entitys_last_event_and_is_refused_when_that_takes_too_long() throws SQLException {
        AccountId account = bank.account();
        AccountId untouched = bank.account();
        bank.deposit(account, "1");
        assertThat(balance(account)).isEqualTo(Money.of("1", "USD"));
        try (QuerySide impatient = QuerySide.start(bank.database.owner(), bank.database.program(), IMPATIENT);
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
        try (QuerySide impatient = QuerySide.start(bank.database.owner(), bank.database.program(), IMPATIENT)) {
            assertThatThrownBy(() -> impatient.ask(new GetChart(), QueryContext.strong(TestBank.TENANT)))
                    .isInstanceOf(RefusedException.class);
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(impatient.position(TestBank.TENANT)).isEqualTo(before));
        }
    }

    @Test
    void tenants_do_not_see_each_other() {
        fill();
        TenantId other = new TenantId("other-bank");
        TestLog log = new TestLog(bank.database.owner(), other);
        log.append(new GlAccountOpened(DefaultChart.ACCOUNTS.getFirst()));

        assertThat(bank.queries().ask(new GetChart(), QueryContext.strong(other)))
                .containsExactly(DefaultChart.ACCOUNTS.getFirst());
        assertThat(bank.ask(new GetChart())).hasSize(DefaultChart.ACCOUNTS.size());
        bank.queries().rebuild(other, told -> {});
        assertThat(bank.ask(new GetChart())).hasSize(DefaultChart.ACCOUNTS.size());
        assertThat(bank.queries().check(other, told -> {}).samples()).isEmpty();
        assertThat(check().samples()).isEmpty();
    }

    /** Something in every table. */
    private AccountId fill() {
        CustomerId customer = bank.customer();
        bank.append(new BeneficiaryAdded(
                customer,
                new Beneficiary(
                        new BeneficiaryId(UUID.randomUUID()),
                        "Bob",
                        "77",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
        AccountId account = bank.account();
        AccountId other = bank.account();
        bank.deposit(account, "100");
        bank.transfer(account, other, "40");
        HoldId hold = new HoldId(UUID.randomUUID());
        bank.append(new HoldPlaced(account, hold, Money.of("20", "USD"), "hotel", Optional.empty()));
        bank.capture(account, hold, "5");
        bank.append(new HoldReleased(account, hold, Money.of("15", "USD"), "left"));
        bank.append(new RateQuoted(new ExchangeRate(
                new RateId(UUID.randomUUID()),
                Currency.of("EUR"),
                TestBank.USD,
                new BigDecimal("1.10"),
                "desk",
                bank.log.now())));
        bank.append(new JournalEntryPosted(
                new JournalEntryId(UUID.randomUUID()),
                new TransactionId(UUID.randomUUID()),
                bank.today(),
                bank.today(),
                "rent",
                Optional.empty(),
                List.of(
                        JournalLine.debit(new GlCode("5040"), Money.of("7", "USD")),
                        JournalLine.credit(DefaultChart.CASH, Money.of("7", "USD")))));
        return account;
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
