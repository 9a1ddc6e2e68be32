package io.nexum.query.account;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.account.AccountEvent.HoldExpired;
import io.nexum.kernel.account.AccountEvent.HoldPlaced;
import io.nexum.kernel.account.AccountEvent.HoldReleased;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.account.HoldStatus;
import io.nexum.kernel.money.Money;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code hold}: money set aside, what of it was captured and how it ended. A hold is active until it is
 * captured whole, released or told to have expired; one whose time is over counts no more even if nobody has told so.
 */
public final class HoldProjection implements Projection {
    private static final String INSERT = """
            INSERT INTO hold (tenant, id, account_id, position, currency, amount, captured, reason, status, expires_at,
                placed_at)
            SELECT * FROM :rows
            """;

    private static final String UPDATE = """
            UPDATE hold h
            SET captured = h.captured + r.captured,
                status = coalesce(
                    r.ended, CASE WHEN h.captured + r.captured >= h.amount THEN 'captured' ELSE h.status END)
            FROM :rows AS r (tenant, id, captured, ended)
            WHERE h.tenant = r.tenant AND h.id = r.id
            """;

    private final TenantId tenant;
    private final Map<HoldId, Change> changes = new LinkedHashMap<>();

    public HoldProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        DomainEvent event = logged.event();
        if (event instanceof HoldPlaced placed) {
            Change change = change(placed.hold());
            change.placed = placed;
            change.placedAt = logged.recordedAt();
            change.position = logged.position();
        } else if (event instanceof AccountDebited debited && debited.hold().isPresent()) {
            Change change = change(debited.hold().get());
            change.captured = change.captured.add(debited.movement().amount().amount());
        } else if (event instanceof HoldReleased released) {
            change(released.hold()).ended = HoldStatus.RELEASED;
        } else if (event instanceof HoldExpired expired) {
            change(expired.hold()).ended = HoldStatus.EXPIRED;
        }
    }

    private Change change(HoldId id) {
        return changes.computeIfAbsent(id, absent -> new Change());
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UnnestRows placed = new UnnestRows(
                "text",
                "uuid",
                "uuid",
                "bigint",
                "text",
                "numeric",
                "numeric",
                "text",
                "text",
                "timestamptz",
                "timestamptz");
        UnnestRows changed = new UnnestRows("text", "uuid", "numeric", "text");
        changes.forEach((id, change) -> {
            HoldPlaced event = change.placed;
            if (event == null) {
                changed.add(tenant, id, change.captured, change.ended);
            } else {
                Money amount = event.amount();
                placed.add(
                        tenant,
                        id,
                        event.account(),
                        change.position,
                        amount.currency(),
                        amount.amount(),
                        change.captured,
                        event.reason(),
                        change.statusOf(amount),
                        event.expiresAt(),
                        change.placedAt);
            }
        });
        placed.write(connection, INSERT);
        changed.write(connection, UPDATE);
    }

    /** What a batch changes of one hold. */
    private static final class Change {
        private @Nullable HoldPlaced placed;
        private long position;
        private @Nullable Instant placedAt;
        private BigDecimal captured = BigDecimal.ZERO;
        private @Nullable HoldStatus ended;

        private HoldStatus statusOf(Money amount) {
            if (ended != null) {
                return ended;
            }
            return captured.compareTo(amount.amount()) >= 0 ? HoldStatus.CAPTURED : HoldStatus.ACTIVE;
        }
    }
}
