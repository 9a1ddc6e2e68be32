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
    private final TenantId tenant;
    private final CopyRows rows = new CopyRows("rate", "tenant, id, position, base, quote, rate, source, quoted_at");

    public RateProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        if (logged.event() instanceof RateQuoted quoted) {
            ExchangeRate rate = quoted.rate();
            rows.add(
                    tenant,
                    rate.id(),
                    logged.position(),
                    rate.base(),
                    rate.quote(),
                    rate.rate(),
                    rate.source(),
                    rate.quotedAt());
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        rows.write(connection);
    }
}
