package io.nexum.query.account;

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
import io.nexum.kernel.product.ProductId;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table {@code account}: each account as its last event left it. */
public final class AccountProjection implements Projection {
    private static final String INSERT = """
            INSERT INTO account (tenant, id, opened_position, customer_id, account_number, product_type, product_code,
                currency, name, time_zone, status, limits, overdraft_limit, balance, metadata, opened_on, created_at,
                updated_at, product_id, product_version)
            SELECT * FROM :rows
            """;

    private static final String UPDATE = """
            UPDATE account a
            SET name = coalesce(r.name, a.name),
                limits = coalesce(r.limits, a.limits),
                overdraft_limit = coalesce(r.overdraft_limit, a.overdraft_limit),
                metadata = coalesce(r.metadata, a.metadata),
                balance = coalesce(r.balance, a.balance),
                status = coalesce(r.status, a.status),
                product_id = coalesce(r.product_id, a.product_id),
                product_version = coalesce(r.product_version, a.product_version),
                updated_at = r.updated_at
            FROM :rows AS r (tenant, id, name, limits, overdraft_limit, metadata, balance, status, updated_at,
                product_id, product_version)
            WHERE a.tenant = r.tenant AND a.id = r.id
            """;

    private final TenantId tenant;
    private final Map<AccountId, Change> changes = new HashMap<>();

    public AccountProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        if (!(logged.event() instanceof AccountEvent event)) {
            return;
        }
        Change change = changes.computeIfAbsent(event.account(), id -> new Change());
        change.updatedAt = logged.recordedAt();
        switch (event) {
            case AccountOpened opened -> change.open(opened, logged);
            case AccountChanged changed -> change.describe(changed.name(), changed.limits(), changed.metadata());
            case BalanceChanged moved -> change.balance = moved.balance().amount();
            case AccountFrozen frozen -> change.status = AccountStatus.FROZEN;
            case AccountUnfrozen unfrozen -> change.status = AccountStatus.ACTIVE;
            case AccountClosed closed -> change.status = AccountStatus.CLOSED;
            case ProductAssigned assigned -> change.assign(assigned);
            case MonthlyFeesSettled settled -> {}
            case HoldPlaced placed -> {}
            case HoldReleased released -> {}
            case HoldExpired expired -> {}
            case InterestAgreed agreed -> {}
            case InterestAccrued accrued -> {}
            case InterestPosted posted -> {}
            case LowBalanceReached low -> {}
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UnnestRows opened = new UnnestRows(
                "text",
                "uuid",
                "bigint",
                "uuid",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text",
                "numeric",
                "numeric",
                "text",
                "date",
                "timestamptz",
                "timestamptz",
                "uuid",
                "int");
        UnnestRows changed = new UnnestRows(
                "text", "uuid", "text", "text", "numeric", "text", "numeric", "text", "timestamptz", "uuid", "int");
        changes.forEach((id, change) -> {
            AccountOpened event = change.opened;
            if (event == null) {
                changed.add(
                        tenant,
                        id,
                        change.name,
                        change.limits,
                        change.overdraftLimit,
                        change.metadata,
                        change.balance,
                        change.status,
                        change.updatedAt,
                        change.product,
                        change.productVersion);
            } else {
                opened.add(
                        tenant,
                        id,
                        change.openedPosition,
                        event.customer(),
                        event.accountNumber(),
                        event.productType(),
                        event.productCode(),
                        event.currency(),
                        change.name,
                        event.timeZone(),
                        change.status,
                        change.limits,
                        change.overdraftLimit,
                        change.balance,
                        change.metadata,
                        event.openedOn(),
                        change.createdAt,
                        change.updatedAt,
                        change.product,
                        change.productVersion);
            }
        });
        opened.write(connection, INSERT);
        changed.write(connection, UPDATE);
    }

    /** What a batch changes of one account; what it leaves alone is null. */
    private static final class Change {
        private @Nullable AccountOpened opened;
        private long openedPosition;
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;
        private @Nullable String name;
        private @Nullable String limits;
        private @Nullable BigDecimal overdraftLimit;
        private @Nullable String metadata;
        private @Nullable BigDecimal balance;
        private @Nullable AccountStatus status;
        private @Nullable ProductId product;
        private @Nullable Integer productVersion;

        private void open(AccountOpened event, LoggedEvent logged) {
            opened = event;
            openedPosition = logged.position();
            createdAt = logged.recordedAt();
            balance = BigDecimal.ZERO;
            status = AccountStatus.ACTIVE;
            describe(event.name(), event.limits(), event.metadata());
        }

        private void assign(ProductAssigned event) {
            product = event.product().product();
            productVersion = event.product().version();
            limit(event.limits());
        }

        private void describe(String newName, AccountLimits newLimits, Map<String, Object> newMetadata) {
            name = newName;
            limit(newLimits);
            metadata = Json.text(newMetadata);
        }

        private void limit(AccountLimits newLimits) {
            limits = Json.text(newLimits);
            overdraftLimit = newLimits.overdraftLimit().amount();
        }
    }
}
