package io.nexum.query.tenant;

import io.nexum.kernel.Page;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.tenant.TenantProfile;
import io.nexum.kernel.tenant.TenantQuery;
import io.nexum.kernel.tenant.TenantQuery.FindTenants;
import io.nexum.kernel.tenant.TenantQuery.GetMonthlyUsage;
import io.nexum.kernel.tenant.TenantQuery.GetQuotaUse;
import io.nexum.kernel.tenant.TenantQuery.GetTenant;
import io.nexum.kernel.tenant.TenantQuery.GetTenantStats;
import io.nexum.kernel.tenant.TenantQuery.MonthlyUsage;
import io.nexum.kernel.tenant.TenantQuery.QuotaUse;
import io.nexum.kernel.tenant.TenantQuery.TenantStats;
import io.nexum.kernel.tenant.TenantQuery.TenantView;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Answers every question about tenants and what they use. */
public final class TenantAnswers {
    private static final String SELECT = "SELECT * FROM registered_tenant WHERE tenant = :tenant {conditions} ";

    private final ReadDatabase database;

    public TenantAnswers(ReadDatabase database) {
        this.database = database;
    }

    public Object answer(TenantQuery<?> query, TenantId tenant) {
        return switch (query) {
            case GetTenant get -> get(get, tenant);
            case FindTenants find -> find(find, tenant);
            case GetMonthlyUsage usage -> monthlyUsage(usage, tenant);
            case GetQuotaUse use -> quotaUse(use, tenant);
            case GetTenantStats stats -> database.inOneSnapshot(tenant, () -> stats(tenant));
        };
    }

    private TenantView get(GetTenant query, TenantId registry) {
        return Conditions.of(registry)
                .and("id = :id")
                .with("id", query.id().value())
                .statement(database.of(registry), SELECT)
                .query((row, number) -> tenant(row))
                .optional()
                .orElseThrow(() -> new RefusedException(
                        new Refusals.NotFound("tenant", query.id().value())));
    }

    private Page<TenantView> find(FindTenants query, TenantId registry) {
        return Conditions.of(registry)
                .and(query.active(), "active = :active", "active")
                .page(
                        database.of(registry),
                        SELECT + "ORDER BY created_position",
                        "SELECT count(*) FROM registered_tenant WHERE tenant = :tenant {conditions}",
                        query.page(),
                        (row, number) -> tenant(row));
    }

    private List<MonthlyUsage> monthlyUsage(GetMonthlyUsage query, TenantId tenant) {
        return database.of(tenant)
                .sql("""
                        WITH months AS (
                            SELECT generate_series(
                                date_trunc('month', min(day)::timestamp),
                                date_trunc('month', :until::timestamp),
                                interval '1 month') AS month
                            FROM usage_day WHERE tenant = :tenant
                        )
                        SELECT month::date AS month,
                            coalesce(sum(u.transactions), 0)::bigint AS transactions,
                            sum(coalesce(sum(u.bytes), 0)) OVER (ORDER BY m.month) AS stored
                        FROM months m
                            LEFT JOIN usage_day u
                            ON u.tenant = :tenant AND date_trunc('month', u.day::timestamp) = m.month
                        GROUP BY m.month ORDER BY m.month
                        """)
                .param("tenant", tenant.value())
                .param("until", query.until())
                .query((row, number) -> {
                    Columns columns = Columns.of(row);
                    return new MonthlyUsage(
                            columns.date("month"), columns.number("transactions"), columns.number("stored"));
                })
                .list();
    }

    private QuotaUse quotaUse(GetQuotaUse query, TenantId tenant) {
        return database.of(tenant)
                .sql("""
                        SELECT coalesce(sum(accounts_opened - accounts_closed), 0) AS accounts,
                            coalesce(sum(transactions) FILTER (WHERE day = :day), 0) AS transactions,
                            (SELECT count(*) FROM bank_user WHERE tenant = :tenant AND status <> 'inactive') AS users
                        FROM usage_day WHERE tenant = :tenant
                        """)
                .param("tenant", tenant.value())
                .param("day", query.day())
                .query((row, number) -> {
                    Columns columns = Columns.of(row);
                    return new QuotaUse(
                            columns.number("users"), columns.number("accounts"), columns.number("transactions"));
                })
                .single();
    }

    private TenantStats stats(TenantId tenant) {
        List<Money> deposits = deposits(tenant);
        return database.of(tenant)
                .sql("""
                        SELECT coalesce(sum(accounts_opened - accounts_closed), 0) AS accounts,
                            coalesce(sum(transactions), 0) AS transactions,
                            coalesce(sum(bytes), 0) AS bytes,
                            max(last_at) AS last_at
                        FROM usage_day WHERE tenant = :tenant
                        """)
                .param("tenant", tenant.value())
                .query((row, number) -> {
                    Columns columns = Columns.of(row);
                    return new TenantStats(
                            columns.number("accounts"),
                            columns.number("transactions"),
                            deposits,
                            columns.number("bytes"),
                            columns.optionalInstant("last_at"));
                })
                .single();
    }

    /** From the books' days, of which there are far fewer than accounts. */
    private List<Money> deposits(TenantId tenant) {
        return database.of(tenant)
                .sql("""
                        SELECT currency, sum(credit - debit) AS amount FROM gl_day
                        WHERE tenant = :tenant AND gl_account IN (:accounts)
                        GROUP BY currency ORDER BY currency
                        """)
                .param("tenant", tenant.value())
                .param(
                        "accounts",
                        List.of(
                                DefaultChart.CHECKING_DEPOSITS.value(),
                                DefaultChart.SAVINGS_DEPOSITS.value(),
                                DefaultChart.WALLET_BALANCES.value()))
                .query((row, number) -> {
                    Columns columns = Columns.of(row);
                    return columns.money("amount", columns.currency("currency"));
                })
                .list();
    }

    private static TenantView tenant(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        return new TenantView(
                new TenantId(columns.text("id")),
                columns.text("code"),
                columns.json("profile", TenantProfile.class),
                columns.flag("active"),
                columns.instant("created_at"),
                columns.instant("updated_at"));
    }
}
