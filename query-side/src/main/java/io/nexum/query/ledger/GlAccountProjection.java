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
    private final CopyRows rows;

    public GlAccountProjection(TenantId tenant) {
        this.rows = new CopyRows("gl_account", tenant);
    }

    @Override
    public void see(LoggedEvent logged) {
        if (logged.event() instanceof GlAccountOpened opened) {
            GlAccount account = opened.account();
            rows.row()
                    .set("code", account.code())
                    .set("name", account.name())
                    .set("type", account.type())
                    .set("control", account.control())
                    .set("parent", account.parent());
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        rows.write(connection);
    }
}
