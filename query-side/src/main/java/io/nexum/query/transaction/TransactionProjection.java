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
    private final TenantId tenant;
    private final CopyRows rows = new CopyRows("transaction", """
            tenant, id, position, type, from_account, to_account, currency, amount, credited_currency, credited_amount,
            rate, description, reference, channel, booking_date, value_date, created_at, created_by, reverses,
            metadata""");

    public TransactionProjection(TenantId tenant) {
        this.tenant = tenant;
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
        rows.add(
                tenant,
                movement.transaction(),
                logged.position(),
                movement.type(),
                from,
                to,
                movement.amount().currency(),
                movement.amount().amount(),
                credited.map(Money::currency),
                credited.map(Money::amount),
                movement.rate(),
                movement.description(),
                movement.reference(),
                movement.channel(),
                movement.bookingDate(),
                movement.valueDate(),
                logged.recordedAt(),
                logged.user(),
                movement.reverses(),
                movement.metadata().isEmpty() ? "{}" : Json.text(movement.metadata()));
    }

    @Override
    public void write(Connection connection) throws SQLException {
        rows.write(connection);
    }
}
