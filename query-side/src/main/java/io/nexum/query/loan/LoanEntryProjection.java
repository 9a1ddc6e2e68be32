package io.nexum.query.loan;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.loan.LoanEvent.LoanPaymentReversed;
import io.nexum.kernel.loan.servicing.LoanEntry;
import io.nexum.kernel.money.Money;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.CopyRows;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

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
                    kind(entry),
                    Json.MAPPER.writerFor(LoanEntry.class).writeValueAsString(entry),
                    event.after().paidOut().currency(),
                    amount(entry).map(Money::amount),
                    entry.date(),
                    particulars.bookingDate(),
                    particulars.account(),
                    particulars.reference(),
                    particulars.reason());
        } else if (logged.event() instanceof LoanPaymentReversed back) {
            reversed.add(tenant, back.loan(), back.payment(), back.bookingDate());
        }
    }

    static Optional<Money> amount(LoanEntry entry) {
        return switch (entry) {
            case LoanEntry.PaidOut out -> Optional.of(out.amount());
            case LoanEntry.Paid paid -> Optional.of(paid.amount());
            case LoanEntry.Charged charged -> Optional.of(charged.amount());
            case LoanEntry.Waived waived -> Optional.of(waived.amount());
            case LoanEntry.Refunded refunded -> Optional.of(refunded.amount());
            case LoanEntry.ChargedBack back -> Optional.of(back.amount());
            case LoanEntry.Recovered back -> Optional.of(back.amount());
            case LoanEntry.RateSet set -> Optional.empty();
            case LoanEntry.Paused paused -> Optional.empty();
            case LoanEntry.Replanned replanned -> Optional.empty();
            case LoanEntry.ChargedOff off -> Optional.empty();
            case LoanEntry.WrittenOff off -> Optional.empty();
        };
    }

    private static String kind(LoanEntry entry) {
        return switch (entry) {
            case LoanEntry.PaidOut out -> "paid_out";
            case LoanEntry.Paid paid -> paid.source() == LoanEntry.Source.GOODWILL ? "goodwill" : "paid";
            case LoanEntry.Charged charged -> "charged";
            case LoanEntry.Waived waived -> "waived";
            case LoanEntry.Refunded refunded -> "refunded";
            case LoanEntry.ChargedBack back -> "charged_back";
            case LoanEntry.Recovered back -> "recovered";
            case LoanEntry.RateSet set -> "rate_set";
            case LoanEntry.Paused paused -> "paused";
            case LoanEntry.Replanned replanned -> "replanned";
            case LoanEntry.ChargedOff off -> "charged_off";
            case LoanEntry.WrittenOff off -> "written_off";
        };
    }

    @Override
    public void write(Connection connection) throws SQLException {
        entered.write(connection);
        reversed.write(connection, REVERSE);
    }
}
