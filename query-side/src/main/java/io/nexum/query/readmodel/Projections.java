package io.nexum.query.readmodel;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.query.account.AccountProjection;
import io.nexum.query.account.HoldProjection;
import io.nexum.query.account.InterestProjection;
import io.nexum.query.apikey.ApiKeyProjection;
import io.nexum.query.customer.BeneficiaryProjection;
import io.nexum.query.customer.CustomerProjection;
import io.nexum.query.day.BankDayProjection;
import io.nexum.query.day.CalendarProjection;
import io.nexum.query.day.SetAsideProjection;
import io.nexum.query.ledger.GlAccountProjection;
import io.nexum.query.ledger.GlDayProjection;
import io.nexum.query.ledger.JournalEntryProjection;
import io.nexum.query.ledger.PostingProjection;
import io.nexum.query.loan.LoanEntryProjection;
import io.nexum.query.loan.LoanProjection;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.product.ProductProjection;
import io.nexum.query.product.ProductVersionProjection;
import io.nexum.query.rate.RateProjection;
import io.nexum.query.role.RoleProjection;
import io.nexum.query.tenant.TenantProjection;
import io.nexum.query.tenant.UsageProjection;
import io.nexum.query.transaction.TransactionProjection;
import io.nexum.query.user.UserProjection;
import io.nexum.query.user.UserRoleProjection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** All read models of one tenant over one batch of its log. */
public final class Projections {
    private final List<Projection> all;
    private long position;

    /**
     * @param position the last position before the batch
     * @param personal what personal values are sealed with
     */
    public Projections(TenantId tenant, long position, PersonalData personal) {
        this.position = position;
        this.all = List.of(
                new CustomerProjection(tenant, personal),
                new BeneficiaryProjection(tenant, personal),
                new AccountProjection(tenant),
                new HoldProjection(tenant),
                new InterestProjection(tenant),
                new TransactionProjection(tenant),
                new PostingProjection(tenant),
                new JournalEntryProjection(tenant),
                new GlAccountProjection(tenant),
                new GlDayProjection(tenant),
                // Before the bank's day: loans look up the date as it was before the batch.
                new LoanProjection(tenant),
                new LoanEntryProjection(tenant),
                new BankDayProjection(tenant),
                new RateProjection(tenant),
                new ProductProjection(tenant),
                new ProductVersionProjection(tenant),
                new TenantProjection(tenant),
                new UsageProjection(tenant),
                new RoleProjection(tenant),
                new UserProjection(tenant, personal),
                new UserRoleProjection(tenant),
                new ApiKeyProjection(tenant),
                new CalendarProjection(tenant),
                new SetAsideProjection(tenant));
    }

    public void see(LoggedEvent logged) {
        if (logged.position() != position + 1) {
            throw new IllegalStateException(
                    "the log goes from position " + position + " to " + logged.position() + "; it must have no gaps");
        }
        for (Projection projection : all) {
            projection.see(logged);
        }
        position = logged.position();
    }

    public void write(Connection connection) throws SQLException {
        for (Projection projection : all) {
            projection.write(connection);
        }
    }

    /** The last position seen. */
    public long position() {
        return position;
    }
}
