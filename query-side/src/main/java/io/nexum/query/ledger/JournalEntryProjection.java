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
    private final CopyRows rows;

    public JournalEntryProjection(TenantId tenant) {
        this.rows = new CopyRows("journal_entry", tenant);
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
        rows.row()
                .set("id", id)
                .set("transaction_id", posting.transaction())
                .set("position", logged.position())
                .set("booking_date", posting.bookingDate())
                .set("value_date", posting.valueDate())
                .set("description", description)
                .set("reference", reference)
                .set("recorded_at", logged.recordedAt());
    }

    @Override
    public void write(Connection connection) throws SQLException {
        rows.write(connection);
    }
}
