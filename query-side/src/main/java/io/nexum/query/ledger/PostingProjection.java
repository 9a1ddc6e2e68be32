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
    private final TenantId tenant;
    private final CopyRows rows = new CopyRows("posting", """
            tenant, position, line, transaction_id, gl_account, account_id, sub_account, currency, amount, booking_date,
            value_date""");

    public PostingProjection(TenantId tenant) {
        this.tenant = tenant;
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
            rows.add(
                    tenant,
                    logged.position(),
                    number++,
                    posting.transaction(),
                    line.account(),
                    ofAccount ? account : null,
                    ofAccount ? null : line.subAccount(),
                    line.amount().currency(),
                    line.signed().amount(),
                    posting.bookingDate(),
                    posting.valueDate());
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        rows.write(connection);
    }
}
