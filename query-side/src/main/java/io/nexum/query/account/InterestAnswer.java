package io.nexum.query.account;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountInterestView;
import io.nexum.kernel.account.AccountInterestView.Calculation;
import io.nexum.kernel.account.AccountQuery.GetAccountInterest;
import io.nexum.kernel.account.InterestAgreement;
import io.nexum.kernel.account.InterestPeriod;
import io.nexum.kernel.interest.BalanceHistory;
import io.nexum.kernel.interest.BalanceHistory.Change;
import io.nexum.kernel.interest.InterestLine;
import io.nexum.kernel.money.Currency;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.ReadDatabase;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an account's interest is, and how it is reckoned from its entries. */
final class InterestAnswer {
    /** As many agreements as are looked back on; one more for each change of conditions. */
    private static final int MOST_AGREEMENTS = 1_000;

    private static final String INTEREST = """
            SELECT a.currency, a.balance, i.accrued_through, i.posted_through, coalesce(i.earned, 0) AS earned,
                coalesce(i.charged, 0) AS charged, coalesce(i.posted_earned, 0) AS posted_earned,
                coalesce(i.withheld, 0) AS withheld, coalesce(i.posted_charged, 0) AS posted_charged
            FROM account a
            LEFT JOIN account_interest i ON i.tenant = a.tenant AND i.account_id = a.id
            WHERE a.tenant = :tenant AND a.id = :id
            """;

    private static final String AGREEMENTS = """
            SELECT * FROM (
                SELECT from_date, agreement
                FROM interest_agreement
                WHERE tenant = :tenant AND account_id = :id
                ORDER BY from_date DESC
                LIMIT :most
            ) newest
            ORDER BY from_date
            """;

    // No entry counts from a day after its booking; interest, posted when its last day was over, earns from the next
    // one.
    private static final String CHANGES = """
            SELECT day, sum(amount) AS amount
            FROM (
                SELECT -p.amount AS amount, p.value_date + CASE
                    WHEN t.type IN ('interest_credit', 'interest_debit', 'withholding_tax') THEN 1 ELSE 0 END AS day
                FROM posting p
                JOIN transaction t ON t.tenant = p.tenant AND t.id = p.transaction_id
                WHERE p.tenant = :tenant AND p.account_id = :id AND p.booking_date >= CAST(:from AS date) - 1
                    AND p.value_date >= CAST(:from AS date) - 1
            ) entry
            WHERE day >= :from
            GROUP BY day
            ORDER BY day
            """;

    private final ReadDatabase database;

    InterestAnswer(ReadDatabase database) {
        this.database = database;
    }

    AccountInterestView get(GetAccountInterest query, TenantId tenant) {
        return database.inOneSnapshot(tenant, () -> {
            List<InterestAgreement> agreements = agreements(query, tenant);
            Row row = row(query, tenant, agreements);
            Optional<Calculation> calculation = query.through()
                    .or(row.view()::accruedThrough)
                    .flatMap(day -> calculation(query, tenant, agreements, row, day));
            return calculation.map(row::with).orElse(row.view());
        });
    }

    private record Row(AccountInterestView view, BigDecimal balance) {
        private Currency currency() {
            return view.earned().currency();
        }

        private AccountInterestView with(Calculation calculation) {
            return new AccountInterestView(
                    view.account(),
                    view.agreement(),
                    view.earned(),
                    view.charged(),
                    view.postedEarned(),
                    view.withheld(),
                    view.postedCharged(),
                    view.accruedThrough(),
                    view.postedThrough(),
                    Optional.of(calculation));
        }
    }

    private Row row(GetAccountInterest query, TenantId tenant, List<InterestAgreement> agreements) {
        return database.of(tenant)
                .sql(INTEREST)
                .param("tenant", tenant.value())
                .param("id", query.id().value())
                .query((row, number) -> row(query, row, agreements))
                .optional()
                .orElseThrow(() -> AccountAnswers.notFound(query.id()));
    }

    private static Row row(GetAccountInterest query, ResultSet row, List<InterestAgreement> agreements)
            throws SQLException {
        Columns columns = Columns.of(row);
        Currency currency = columns.currency("currency");
        return new Row(
                new AccountInterestView(
                        query.id(),
                        agreements.isEmpty() ? Optional.empty() : Optional.of(agreements.getLast()),
                        columns.money("earned", currency),
                        columns.money("charged", currency),
                        columns.money("posted_earned", currency),
                        columns.money("withheld", currency),
                        columns.money("posted_charged", currency),
                        columns.optionalDate("accrued_through"),
                        columns.optionalDate("posted_through"),
                        Optional.empty()),
                columns.decimal("balance"));
    }

    private List<InterestAgreement> agreements(GetAccountInterest query, TenantId tenant) {
        return database.of(tenant)
                .sql(AGREEMENTS)
                .param("tenant", tenant.value())
                .param("id", query.id().value())
                .param("most", MOST_AGREEMENTS)
                .query((row, number) -> Columns.of(row).json("agreement", InterestAgreement.class))
                .list();
    }

    private Optional<Calculation> calculation(
            GetAccountInterest query, TenantId tenant, List<InterestAgreement> agreements, Row row, LocalDate day) {
        return InterestPeriod.in(agreements, day, day).stream().findFirst().map(period -> {
            BalanceHistory balances = balances(query, tenant, row, period.from());
            return new Calculation(
                    day,
                    last(period.earnedLines(day, balances)),
                    last(period.chargedLines(day, balances)),
                    period.through(day, balances, row.currency()));
        });
    }

    /** What there was before is what there is now, less what has come since. */
    private BalanceHistory balances(GetAccountInterest query, TenantId tenant, Row row, LocalDate from) {
        List<Change> changes = database.of(tenant)
                .sql(CHANGES)
                .param("tenant", tenant.value())
                .param("id", query.id().value())
                .param("from", from)
                .query((line, number) -> {
                    Columns columns = Columns.of(line);
                    return new Change(columns.date("day"), columns.decimal("amount"));
                })
                .list();
        BigDecimal since = changes.stream().map(Change::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new BalanceHistory(from, row.balance().subtract(since), changes);
    }

    private static List<InterestLine> last(List<InterestLine> lines) {
        return lines.subList(Math.max(0, lines.size() - Calculation.MOST_LINES), lines.size());
    }
}
