package io.nexum.query.loan;

import static io.nexum.query.readmodel.ColumnType.DATE;
import static io.nexum.query.readmodel.ColumnType.UUID;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.loan.LoanEvent.LoanPaymentReversed;
import io.nexum.kernel.loan.servicing.LoanEntry;
import io.nexum.kernel.loan.servicing.LoanEntryKind;
import io.nexum.kernel.money.Money;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.CopyRows;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.sql.Connection;
import java.sql.SQLException;

/** The table {@code loan_entry}: what was entered in each loan's book. A payment that was taken back is marked. */
public final class LoanEntryProjection implements Projection {
    private final CopyRows entered;
    private final UnnestRows reversed;

    public LoanEntryProjection(TenantId tenant) {
        this.entered = new CopyRows("loan_entry", tenant);
        this.reversed = new UnnestRows("loan_entry", tenant);
    }

    @Override
    public void see(LoggedEvent logged) {
        if (logged.event() instanceof LoanEvent.Entered event) {
            LoanEntry entry = event.entry();
            LoanEvent.Particulars particulars = event.particulars();
            entered.row()
                    .set("loan_id", event.loan())
                    .set("position", logged.position())
                    .set("id", entry.id())
                    .set("kind", LoanEntryKind.of(entry))
                    .set("entry", Json.MAPPER.writerFor(LoanEntry.class).writeValueAsString(entry))
                    .set("currency", event.after().paidOut().currency())
                    .set("amount", LoanEntryKind.amount(entry).map(Money::amount))
                    .set("value_date", entry.date())
                    .set("booking_date", particulars.bookingDate())
                    .set("account_id", particulars.account())
                    .set("reference", particulars.reference())
                    .set("reason", particulars.reason());
        } else if (logged.event() instanceof LoanPaymentReversed back) {
            reversed.row()
                    .key("loan_id", UUID, back.loan())
                    .key("id", UUID, back.payment())
                    .set("reversed_on", DATE, back.bookingDate());
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        entered.write(connection);
        reversed.update(connection);
    }
}
