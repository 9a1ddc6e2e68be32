package io.nexum.query.transaction;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.Movement;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.CopyRows;
import io.nexum.query.readmodel.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code transaction}: one row a transaction, written from its first event. That is the debit where there is
 * one, for a transfer tells its debit first; a credit with a counterparty is the other side of one.
 */
public final class TransactionProjection implements Projection {
    private final CopyRows rows;

    public TransactionProjection(TenantId tenant) {
        this.rows = new CopyRows("transaction", tenant);
    }

    @Override
    public void see(LoggedEvent logged) {
        if (logged.event() instanceof AccountDebited debited) {
            Movement movement = debited.movement();
            add(logged, movement, debited.account(), movement.counterparty().orElse(null));
        } else if (logged.event() instanceof AccountCredited credited
                && credited.movement().counterparty().isEmpty()) {
            add(logged, credited.movement(), null, credited.account());
        }
    }

    private void add(LoggedEvent logged, Movement movement, @Nullable AccountId from, @Nullable AccountId to) {
        Optional<Money> credited = movement.counterAmount();
        rows.row()
                .set("id", movement.transaction())
                .set("position", logged.position())
                .set("type", movement.type())
                .set("from_account", from)
                .set("to_account", to)
                .set("currency", movement.amount().currency())
                .set("amount", movement.amount().amount())
                .set("credited_currency", credited.map(Money::currency))
                .set("credited_amount", credited.map(Money::amount))
                .set("rate", movement.rate())
                .set("description", movement.description())
                .set("reference", movement.reference())
                .set("channel", movement.channel())
                .set("booking_date", movement.bookingDate())
                .set("value_date", movement.valueDate())
                .set("created_at", logged.recordedAt())
                .set("created_by", logged.user())
                .set("reverses", movement.reverses())
                .set("metadata", movement.metadata().isEmpty() ? "{}" : Json.text(movement.metadata()));
    }

    @Override
    public void write(Connection connection) throws SQLException {
        rows.write(connection);
    }
}
