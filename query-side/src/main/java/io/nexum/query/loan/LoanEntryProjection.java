package io.nexum.query.loan;

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
    private static final String REVERSE = """
            UPDATE loan_entry e
            SET reversed_on = r.reversed_on
            FROM :rows AS r (tenant, loan_id, id, reversed_on)
            WHERE e.tenant = r.tenant AND e.loan_id = r.loan_id AND e.id = r.id
            """;

    private final TenantId tenant;
    private final CopyRows entered = new CopyRows("loan_entry", """
            tenant, loan_id, position, id, kind, entry, currency, amount, value_date, booking_date, account_id, reference,
            reason""");
    private final UnnestRows reversed = new UnnestRows("text", "uuid", "uuid", "date");

    public LoanEntryProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        if (logged.event() instanceof LoanEvent.Entered event) {
            LoanEntry entry = event.entry();
            LoanEvent.Particulars particulars = event.particulars();
            entered.add(
                    tenant,
                    event.loan(),
                    logged.position(),
                    entry.id(),
                    LoanEntryKind.of(entry),
                    Json.MAPPER.writerFor(LoanEntry.class).writeValueAsString(entry),
                    event.after().paidOut().currency(),
                    LoanEntryKind.amount(entry).map(Money::amount),
                    entry.date(),
                    particulars.bookingDate(),
                    particulars.account(),
                    particulars.reference(),
                    particulars.reason());
        } else if (logged.event() instanceof LoanPaymentReversed back) {
            reversed.add(tenant, back.loan(), back.payment(), back.bookingDate());
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        entered.write(connection);
        reversed.write(connection, REVERSE);
    }
}
