package io.nexum.query.account;

import io.nexum.kernel.Page;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.AccountQuery;
import io.nexum.kernel.account.AccountQuery.AccountView;
import io.nexum.kernel.account.AccountQuery.FindAccounts;
import io.nexum.kernel.account.AccountQuery.FindAccountsWithDueHolds;
import io.nexum.kernel.account.AccountQuery.FindHolds;
import io.nexum.kernel.account.AccountQuery.GetAccount;
import io.nexum.kernel.account.AccountQuery.GetAccountInterest;
import io.nexum.kernel.account.AccountQuery.GetBalanceAsOf;
import io.nexum.kernel.account.AccountQuery.GetStatement;
import io.nexum.kernel.account.AccountStatus;
import io.nexum.kernel.account.ProductType;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductVersion;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Answers every question about accounts; those about holds and statements have pages of their own. */
public final class AccountAnswers {
    private static final String SELECT = """
            SELECT a.*, coalesce((
                SELECT sum(h.amount - h.captured)
                FROM hold h
                WHERE h.tenant = a.tenant AND h.account_id = a.id AND h.status = 'active'
                    AND (h.expires_at IS NULL OR h.expires_at > :at)
            ), 0) AS held
            FROM account a
            WHERE a.tenant = :tenant {conditions}
            """;

    private final ReadDatabase database;
    private final HoldAnswers holds;
    private final StatementAnswer statements;
    private final InterestAnswer interest;

    public AccountAnswers(ReadDatabase database) {
        this.database = database;
        this.holds = new HoldAnswers(database);
        this.statements = new StatementAnswer(database);
        this.interest = new InterestAnswer(database);
    }

    public Object answer(AccountQuery<?> query, TenantId tenant) {
        return switch (query) {
            case GetAccount get -> get(get, tenant);
            case FindAccounts find -> find(find, tenant);
            case GetBalanceAsOf get -> balanceAsOf(get, tenant);
            case GetAccountInterest get -> interest.get(get, tenant);
            case FindHolds find -> holds.find(find, tenant);
            case FindAccountsWithDueHolds find -> holds.due(find, tenant);
            case GetStatement get -> statements.get(get, tenant);
        };
    }

    static RefusedException notFound(AccountId id) {
        return new RefusedException(new Refusals.NotFound("account", id.toString()));
    }

    private AccountView get(GetAccount query, TenantId tenant) {
        return at(query.at(), tenant)
                .and("a.id = :id")
                .with("id", query.id().value())
                .statement(database.of(tenant), SELECT)
                .query((row, number) -> account(row))
                .optional()
                .orElseThrow(() -> notFound(query.id()));
    }

    private Page<AccountView> find(FindAccounts query, TenantId tenant) {
        return at(query.at(), tenant)
                .and(query.customer().map(CustomerId::value), "a.customer_id = :customer", "customer")
                .and(query.productType().map(Json::wireName), "a.product_type = :product_type", "product_type")
                .and(query.status().map(Json::wireName), "a.status = :status", "status")
                .page(
                        database.of(tenant),
                        SELECT + "ORDER BY a.opened_position",
                        "SELECT count(*) FROM account a WHERE a.tenant = :tenant {conditions}",
                        query.page(),
                        (row, number) -> account(row));
    }

    private static Conditions at(Instant at, TenantId tenant) {
        return Conditions.of(tenant).with("at", Columns.parameter(at));
    }

    /**
     * What is there now, less what counts only from a later day. No entry counts from a day after its booking, so only
     * those booked after the day have to be looked at. A deposit is the bank's debt: it grows on the credit side, whose
     * amounts are below zero.
     */
    private Money balanceAsOf(GetBalanceAsOf query, TenantId tenant) {
        return database.of(tenant)
                .sql("""
                        SELECT a.currency, a.balance + coalesce((
                            SELECT sum(p.amount)
                            FROM posting p
                            WHERE p.tenant = a.tenant AND p.account_id = a.id
                                AND p.booking_date > :day AND p.value_date > :day
                        ), 0) AS balance
                        FROM account a
                        WHERE a.tenant = :tenant AND a.id = :id
                        """)
                .param("tenant", tenant.value())
                .param("id", query.id().value())
                .param("day", query.valueDate())
                .query((row, number) -> {
                    Columns columns = Columns.of(row);
                    return columns.money("balance", columns.currency("currency"));
                })
                .optional()
                .orElseThrow(() -> notFound(query.id()));
    }

    private static AccountView account(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        Currency currency = columns.currency("currency");
        Money balance = columns.money("balance", currency);
        Money held = columns.money("held", currency);
        AccountLimits limits = columns.json("limits", AccountLimits.class);
        return new AccountView(
                new AccountId(columns.uuid("id")),
                new CustomerId(columns.uuid("customer_id")),
                columns.text("account_number"),
                columns.constant("product_type", ProductType.class),
                columns.optionalText("product_code"),
                currency,
                columns.text("name"),
                ZoneId.of(columns.text("time_zone")),
                columns.constant("status", AccountStatus.class),
                limits,
                balance,
                held,
                balance.minus(held).plus(limits.overdraftLimit()),
                columns.object("metadata"),
                columns.date("opened_on"),
                columns.instant("created_at"),
                columns.instant("updated_at"),
                product(columns));
    }

    private static Optional<ProductVersion> product(Columns columns) throws SQLException {
        Optional<UUID> id = columns.optionalUuid("product_id");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProductVersion(
                        new ProductId(id.get()), Math.toIntExact(columns.number("product_version"))));
    }
}
