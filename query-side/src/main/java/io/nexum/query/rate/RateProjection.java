package io.nexum.query.rate;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.rate.RateEvent.RateQuoted;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.CopyRows;
import io.nexum.query.readmodel.Projection;
import java.sql.Connection;
import java.sql.SQLException;

/** The table {@code rate}: every quotation. */
public final class RateProjection implements Projection {
    private final CopyRows rows;

    public RateProjection(TenantId tenant) {
        this.rows = new CopyRows("rate", tenant);
    }

    @Override
    public void see(LoggedEvent logged) {
        if (logged.event() instanceof RateQuoted quoted) {
            ExchangeRate rate = quoted.rate();
            rows.row()
                    .set("id", rate.id())
                    .set("position", logged.position())
                    .set("base", rate.base())
                    .set("quote", rate.quote())
                    .set("rate", rate.rate())
                    .set("source", rate.source())
                    .set("quoted_at", rate.quotedAt());
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        rows.write(connection);
    }
}
