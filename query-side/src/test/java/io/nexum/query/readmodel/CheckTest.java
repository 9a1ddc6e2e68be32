package io.nexum.query.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.LedgerQuery.GetChart;
import io.nexum.query.CheckReport;
import io.nexum.query.CheckReport.Difference;
import io.nexum.query.TestBank;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check proves the read models equal to the log, and finds whatever differs. */
class CheckTest {
    private final TestBank bank = new TestBank();

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void live_read_models_are_what_the_log_tells() {
        EveryTable.fill(bank);
        CheckReport report = check();
        assertThat(report.samples()).isEmpty();
        assertThat(report.equal()).isTrue();
        assertThat(report.position()).isEqualTo(bank.log.position());
        assertThat(report.tables()).isEqualTo(27);
        assertThat(report.rows()).isGreaterThan(DefaultChart.ACCOUNTS.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            account       ; UPDATE nexum_read.account SET name = 'Other' WHERE id = (SELECT min(id::text)::uuid FROM account)
            account       ; DELETE FROM nexum_read.account WHERE id = (SELECT min(id::text)::uuid FROM account)
            api_key       ; UPDATE nexum_read.api_key SET revoked_at = now()
            beneficiary   ; DELETE FROM nexum_read.beneficiary
            customer      ; UPDATE nexum_read.customer SET email_hash = 'x' WHERE id = (SELECT min(id::text)::uuid FROM customer)
            hold          ; UPDATE nexum_read.hold SET status = 'active'
            transaction   ; DELETE FROM nexum_read.transaction WHERE position = (SELECT max(position) FROM transaction)
            posting       ; UPDATE nexum_read.posting SET value_date = value_date - 1 WHERE position = (SELECT max(position) FROM posting) AND line = 0
            posting       ; INSERT INTO nexum_read.posting SELECT tenant, 999999, line, transaction_id, gl_account, account_id, sub_account, currency, amount, booking_date, value_date FROM posting WHERE account_id IS NULL LIMIT 1
            journal_entry ; UPDATE nexum_read.journal_entry SET description = 'x' WHERE description = 'rent'
            account_interest ; UPDATE nexum_read.account_interest SET earned = earned + 0.01
            interest_agreement ; DELETE FROM nexum_read.interest_agreement
            gl_account    ; UPDATE nexum_read.gl_account SET name = 'x' WHERE code = '1010'
            gl_day        ; UPDATE nexum_read.gl_day SET debit = debit + 0.01 WHERE gl_account = '1010'
            rate          ; UPDATE nexum_read.rate SET rate = 2
            loan          ; UPDATE nexum_read.loan SET earned = earned + 0.01
            loan_entry    ; UPDATE nexum_read.loan_entry SET reversed_on = NULL WHERE kind = 'paid'
            loan_history  ; UPDATE nexum_read.loan_history SET principal = 0 WHERE position = (SELECT max(position) FROM loan_history)
            loan_day      ; UPDATE nexum_read.loan_day SET interest = 0 WHERE day = '2026-01-01'
            registered_tenant ; UPDATE nexum_read.registered_tenant SET active = false
            usage_day     ; UPDATE nexum_read.usage_day SET transactions = transactions + 1
            """)
    void a_difference_in_any_table_is_found_and_named(String table, String sql) {
        EveryTable.fill(bank);
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
        EveryTable.fill(bank);
        bank.ask(new GetChart());
        bank.database.execute("UPDATE nexum_read.account SET balance = balance + 1");

        Set<String> tables = check().samples().stream().map(Difference::table).collect(Collectors.toSet());

        assertThat(tables).containsExactlyInAnyOrder("account", "account balance and its journal lines");
    }

    @Test
    void a_check_leaves_nothing_behind() throws SQLException {
        EveryTable.fill(bank);
        check();
        try (Connection connection = bank.database.owner().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT count(*) FROM pg_namespace WHERE nspname IN ('nexum_read_check', 'nexum_read_rebuild', 'nexum_read_old')");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    private CheckReport check() {
        bank.ask(new GetChart());
        return bank.queries().check(TestBank.TENANT, told -> {});
    }
}
