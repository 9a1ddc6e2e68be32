package io.nexum.query.ledger;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.ledger.GlAccount;
import io.nexum.kernel.ledger.LedgerEvent.GlAccountOpened;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.CopyRows;
import io.nexum.query.readmodel.Projection;
import java.sql.Connection;
import java.sql.SQLException;

/** The table {@code gl_account}: the chart of accounts. */
public final class GlAccountProjection implements Projection {
    private final TenantId tenant;
    private final CopyRows rows = new CopyRows("gl_account", "tenant, code, name, type, control, parent");

    public GlAccountProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        if (logged.event() instanceof GlAccountOpened opened) {
            GlAccount account = opened.account();
            rows.add(tenant, account.code(), account.name(), account.type(), account.control(), account.parent());
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        rows.write(connection);
    }
}
