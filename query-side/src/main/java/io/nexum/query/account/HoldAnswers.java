package io.nexum.query.account;

import io.nexum.kernel.Page;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountQuery.FindAccountsWithDueHolds;
import io.nexum.kernel.account.AccountQuery.FindHolds;
import io.nexum.kernel.account.AccountQuery.HoldView;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.account.HoldStatus;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Answers every question about holds. */
final class HoldAnswers {
    // A hold whose time is over is expired, whether or not anybody has told so yet.
    private static final String HOLDS = """
            FROM (
                SELECT *, CASE
                    WHEN status = 'active' AND expires_at <= :at THEN 'expired'
                    ELSE status
                END AS status_at
                FROM hold
                WHERE tenant = :tenant AND account_id = :account
            ) h
            WHERE h.tenant = :tenant {conditions}
            """;

    private final ReadDatabase database;

    HoldAnswers(ReadDatabase database) {
        this.database = database;
    }

    /** The newest first. */
    Page<HoldView> find(FindHolds query, TenantId tenant) {
        mustExist(query.account(), tenant);
        return Conditions.of(tenant)
                .with("account", query.account().value())
                .with("at", Columns.parameter(query.at()))
                .and(query.status().map(Json::wireName), "h.status_at = :status", "status")
                .page(
                        database.of(tenant),
                        "SELECT h.* " + HOLDS + "ORDER BY h.position DESC",
                        "SELECT count(*) " + HOLDS,
                        query.page(),
                        (row, number) -> hold(row));
    }

    List<AccountId> due(FindAccountsWithDueHolds query, TenantId tenant) {
        return database.of(tenant)
                .sql("""
                        SELECT account_id
                        FROM hold
                        WHERE tenant = :tenant AND status = 'active' AND expires_at < :before
                        GROUP BY account_id
                        ORDER BY min(expires_at), account_id
                        LIMIT :limit
                        """)
                .param("tenant", tenant.value())
                .param("before", Columns.parameter(query.before()))
                .param("limit", query.limit())
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .list();
    }

    private void mustExist(AccountId account, TenantId tenant) {
        boolean exists = database.of(tenant)
                .sql("SELECT EXISTS (SELECT FROM account WHERE tenant = :tenant AND id = :id)")
                .param("tenant", tenant.value())
                .param("id", account.value())
                .query(Boolean.class)
                .single();
        if (!exists) {
            throw AccountAnswers.notFound(account);
        }
    }

    private static HoldView hold(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        Currency currency = columns.currency("currency");
        Money amount = columns.money("amount", currency);
        Money captured = columns.money("captured", currency);
        HoldStatus status = columns.constant("status_at", HoldStatus.class);
        return new HoldView(
                new HoldId(columns.uuid("id")),
                new AccountId(columns.uuid("account_id")),
                amount,
                captured,
                status == HoldStatus.ACTIVE ? amount.minus(captured) : Money.zero(currency),
                columns.text("reason"),
                status,
                columns.optionalInstant("expires_at"),
                columns.instant("placed_at"));
    }
}
