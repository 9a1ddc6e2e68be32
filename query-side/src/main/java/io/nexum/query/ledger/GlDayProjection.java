package io.nexum.query.ledger;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.Posting;
import io.nexum.kernel.ledger.Side;
import io.nexum.kernel.money.Currency;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The table {@code gl_day}: what each day put on each side of each general-ledger account. */
public final class GlDayProjection implements Projection {
    private static final String UPSERT = """
            INSERT INTO gl_day AS d (tenant, gl_account, currency, booking_date, value_date, debit, credit)
            SELECT * FROM :rows
            ON CONFLICT (tenant, gl_account, currency, booking_date, value_date)
            DO UPDATE SET debit = d.debit + EXCLUDED.debit, credit = d.credit + EXCLUDED.credit
            """;

    private record Key(GlCode account, Currency currency, LocalDate bookingDate, LocalDate valueDate) {}

    private static final class Sums {
        private BigDecimal debit = BigDecimal.ZERO;
        private BigDecimal credit = BigDecimal.ZERO;
    }

    private final TenantId tenant;
    private final Map<Key, Sums> days = new HashMap<>();

    public GlDayProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        if (!(logged.event() instanceof Posting posting)) {
            return;
        }
        for (JournalLine line : posting.lines()) {
            Key key = new Key(line.account(), line.amount().currency(), posting.bookingDate(), posting.valueDate());
            Sums sums = days.computeIfAbsent(key, absent -> new Sums());
            BigDecimal amount = line.amount().amount();
            if (line.side() == Side.DEBIT) {
                sums.debit = sums.debit.add(amount);
            } else {
                sums.credit = sums.credit.add(amount);
            }
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UnnestRows rows = new UnnestRows("text", "text", "text", "date", "date", "numeric", "numeric");
        days.forEach((key, sums) -> rows.add(
                tenant, key.account(), key.currency(), key.bookingDate(), key.valueDate(), sums.debit, sums.credit));
        rows.write(connection, UPSERT);
    }
}
