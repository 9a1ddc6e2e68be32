package io.nexum.query.ledger;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountEvent.InterestAccrued;
import io.nexum.kernel.ledger.LedgerEvent.JournalEntryPosted;
import io.nexum.kernel.ledger.Posting;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.CopyRows;
import io.nexum.query.readmodel.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The table {@code journal_entry}: what entries that are no transaction of an account say beside their lines. */
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
            add(logged, posted, posted.entry(), posted.description(), posted.reference());
        } else if (logged.event() instanceof InterestAccrued accrued) {
            String description = "Interest accrued through " + accrued.valueDate();
            add(
                    logged,
                    accrued,
                    accrued.transaction(),
                    description,
                    Optional.of(accrued.account().toString()));
        }
    }

    private void add(LoggedEvent logged, Posting posting, Object id, String description, Optional<String> reference) {
        rows.add(
                tenant,
                id,
                posting.transaction(),
                logged.position(),
                posting.bookingDate(),
                posting.valueDate(),
                description,
                reference,
                logged.recordedAt());
    }

    @Override
    public void write(Connection connection) throws SQLException {
        rows.write(connection);
    }
}
