package io.nexum.query.ledger;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountEvent.BalanceChanged;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.Posting;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.CopyRows;
import io.nexum.query.readmodel.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The table {@code posting}: every line of the journal. */
public final class PostingProjection implements Projection {
    private final CopyRows rows;

    public PostingProjection(TenantId tenant) {
        this.rows = new CopyRows("posting", tenant);
    }

    @Override
    public void see(LoggedEvent logged) {
        if (!(logged.event() instanceof Posting posting)) {
            return;
        }
        Optional<String> account = posting instanceof BalanceChanged moved
                ? Optional.of(moved.account().toString())
                : Optional.empty();
        int number = 0;
        for (JournalLine line : posting.lines()) {
            boolean ofAccount = account.isPresent() && line.subAccount().equals(account);
            rows.row()
                    .set("position", logged.position())
                    .set("line", number++)
                    .set("transaction_id", posting.transaction())
                    .set("gl_account", line.account())
                    .set("account_id", ofAccount ? account : null)
                    .set("sub_account", ofAccount ? null : line.subAccount())
                    .set("currency", line.amount().currency())
                    .set("amount", line.signed().amount())
                    .set("booking_date", posting.bookingDate())
                    .set("value_date", posting.valueDate());
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        rows.write(connection);
    }
}
