package io.nexum.query.account;

import static io.nexum.query.readmodel.ColumnType.BIGINT;
import static io.nexum.query.readmodel.ColumnType.DATE;
import static io.nexum.query.readmodel.ColumnType.INT;
import static io.nexum.query.readmodel.ColumnType.NUMERIC;
import static io.nexum.query.readmodel.ColumnType.TEXT;
import static io.nexum.query.readmodel.ColumnType.TIMESTAMPTZ;
import static io.nexum.query.readmodel.ColumnType.UUID;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountEvent.AccountChanged;
import io.nexum.kernel.account.AccountEvent.AccountClosed;
import io.nexum.kernel.account.AccountEvent.AccountFrozen;
import io.nexum.kernel.account.AccountEvent.AccountOpened;
import io.nexum.kernel.account.AccountEvent.AccountUnfrozen;
import io.nexum.kernel.account.AccountEvent.BalanceChanged;
import io.nexum.kernel.account.AccountEvent.HoldExpired;
import io.nexum.kernel.account.AccountEvent.HoldPlaced;
import io.nexum.kernel.account.AccountEvent.HoldReleased;
import io.nexum.kernel.account.AccountEvent.InterestAccrued;
import io.nexum.kernel.account.AccountEvent.InterestAgreed;
import io.nexum.kernel.account.AccountEvent.InterestPosted;
import io.nexum.kernel.account.AccountEvent.LowBalanceReached;
import io.nexum.kernel.account.AccountEvent.MonthlyFeesSettled;
import io.nexum.kernel.account.AccountEvent.ProductAssigned;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.AccountStatus;
import io.nexum.kernel.json.Json;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.EntityRows;
import io.nexum.query.readmodel.EntityRows.Column;
import io.nexum.query.readmodel.EntityRows.Row;
import io.nexum.query.readmodel.Projection;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The table {@code account}: each account as its last event left it. */
public final class AccountProjection implements Projection {
    private static final Column ID = new Column("id", UUID);
    private static final Column OPENED_POSITION = new Column("opened_position", BIGINT);
    private static final Column CUSTOMER = new Column("customer_id", UUID);
    private static final Column NUMBER = new Column("account_number", TEXT);
    private static final Column PRODUCT_TYPE = new Column("product_type", TEXT);
    private static final Column PRODUCT_CODE = new Column("product_code", TEXT);
    private static final Column CURRENCY = new Column("currency", TEXT);
    private static final Column NAME = new Column("name", TEXT);
    private static final Column TIME_ZONE = new Column("time_zone", TEXT);
    private static final Column STATUS = new Column("status", TEXT);
    private static final Column LIMITS = new Column("limits", TEXT);
    private static final Column OVERDRAFT_LIMIT = new Column("overdraft_limit", NUMERIC);
    private static final Column BALANCE = new Column("balance", NUMERIC);
    private static final Column METADATA = new Column("metadata", TEXT);
    private static final Column OPENED_ON = new Column("opened_on", DATE);
    private static final Column CREATED_AT = new Column("created_at", TIMESTAMPTZ);
    private static final Column UPDATED_AT = new Column("updated_at", TIMESTAMPTZ);
    private static final Column PRODUCT = new Column("product_id", UUID);
    private static final Column PRODUCT_VERSION = new Column("product_version", INT);

    private final EntityRows<AccountId> accounts;

    public AccountProjection(TenantId tenant) {
        this.accounts = new EntityRows<>("account", tenant, ID);
    }

    @Override
    public void see(LoggedEvent logged) {
        if (!(logged.event() instanceof AccountEvent event)) {
            return;
        }
        Row row = accounts.of(event.account()).set(UPDATED_AT, logged.recordedAt());
        AccountStatus.setBy(event).ifPresent(status -> row.set(STATUS, status));
        switch (event) {
            case AccountOpened opened -> open(row, opened, logged);
            case AccountChanged changed -> describe(row, changed.name(), changed.limits(), changed.metadata());
            case BalanceChanged moved -> row.set(BALANCE, moved.balance().amount());
            case ProductAssigned assigned -> {
                row.set(PRODUCT, assigned.product().product());
                row.set(PRODUCT_VERSION, assigned.product().version());
                limit(row, assigned.limits());
            }
            case AccountFrozen _, AccountUnfrozen _, AccountClosed _ -> {}
            case HoldPlaced _, HoldReleased _, HoldExpired _, LowBalanceReached _, MonthlyFeesSettled _ -> {}
            case InterestAgreed _, InterestAccrued _, InterestPosted _ -> {}
        }
    }

    private static void open(Row row, AccountOpened opened, LoggedEvent logged) {
        row.begin()
                .set(OPENED_POSITION, logged.position())
                .set(CUSTOMER, opened.customer())
                .set(NUMBER, opened.accountNumber())
                .set(PRODUCT_TYPE, opened.productType())
                .set(PRODUCT_CODE, opened.productCode())
                .set(CURRENCY, opened.currency())
                .set(TIME_ZONE, opened.timeZone())
                .set(BALANCE, BigDecimal.ZERO)
                .set(OPENED_ON, opened.openedOn())
                .set(CREATED_AT, logged.recordedAt());
        describe(row, opened.name(), opened.limits(), opened.metadata());
    }

    private static void describe(Row row, String name, AccountLimits limits, Map<String, Object> metadata) {
        row.set(NAME, name).set(METADATA, Json.text(metadata));
        limit(row, limits);
    }

    private static void limit(Row row, AccountLimits limits) {
        row.set(LIMITS, Json.text(limits))
                .set(OVERDRAFT_LIMIT, limits.overdraftLimit().amount());
    }

    @Override
    public void write(Connection connection) throws SQLException {
        accounts.write(connection);
    }
}
