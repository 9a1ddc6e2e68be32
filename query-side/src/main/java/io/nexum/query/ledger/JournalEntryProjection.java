package io.nexum.query.ledger;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.ledger.LedgerEvent.JournalEntryPosted;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.CopyRows;
import io.nexum.query.readmodel.Projection;
import java.sql.Connection;
import java.sql.SQLException;

/** The table {@code journal_entry}: what manual entries say beside their lines. */
public final class JournalEntryProjection implements Projection {
    private final TenantId tenant;
    private final CopyRows rows = new CopyRows("journal_entry", """
            tenant, id, transaction_id, position, booking_date, value_date, description, reference, recorded_at""");

    public JournalEntryProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        if (logged.event() instanceof JournalEntryPosted posted) {
            rows.add(
                    tenant,
                    posted.entry(),
                    posted.transaction(),
                    logged.position(),
                    posted.bookingDate(),
                    posted.valueDate(),
                    posted.description(),
                    posted.reference(),
                    logged.recordedAt());
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        rows.write(connection);
    }
}
