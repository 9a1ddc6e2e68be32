package io.nexum.query.account;

import static io.nexum.query.readmodel.ColumnType.DATE;
import static io.nexum.query.readmodel.ColumnType.NUMERIC;
import static io.nexum.query.readmodel.ColumnType.TEXT;
import static io.nexum.query.readmodel.ColumnType.UUID;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountEvent.InterestAccrued;
import io.nexum.kernel.account.AccountEvent.InterestAgreed;
import io.nexum.kernel.account.AccountEvent.InterestPosted;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.json.Json;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.UnnestRows;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables {@code account_interest} and {@code interest_agreement}. */
public final class InterestProjection implements Projection {
    private record Day(AccountId account, LocalDate from) {}

    private final TenantId tenant;
    private final Map<AccountId, Change> changes = new HashMap<>();
    private final Map<Day, String> agreements = new HashMap<>();

    public InterestProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        switch (logged.event()) {
            case InterestAgreed agreed ->
                agreements.put(new Day(agreed.account(), agreed.agreement().from()), Json.text(agreed.agreement()));
            case InterestAccrued accrued -> change(accrued.account()).accrue(accrued);
            case InterestPosted posted -> change(posted.account()).post(posted);
            default -> {}
        }
    }

    private Change change(AccountId account) {
        return changes.computeIfAbsent(account, id -> new Change());
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UnnestRows interest = new UnnestRows("account_interest", tenant);
        changes.forEach((account, change) -> interest.row()
                .key("account_id", UUID, account)
                .plus("earned", NUMERIC, change.earned)
                .plus("charged", NUMERIC, change.charged)
                .plus("posted_earned", NUMERIC, change.postedEarned)
                .plus("withheld", NUMERIC, change.withheld)
                .plus("posted_charged", NUMERIC, change.postedCharged)
                .latest("accrued_through", DATE, change.accruedThrough)
                .latest("posted_through", DATE, change.postedThrough));
        interest.upsert(connection);
        UnnestRows agreed = new UnnestRows("interest_agreement", tenant);
        agreements.forEach((day, agreement) -> agreed.row()
                .key("account_id", UUID, day.account())
                .key("from_date", DATE, day.from())
                .set("agreement", TEXT, agreement));
        agreed.upsert(connection);
    }

    /** What a batch adds to one account. */
    private static final class Change {
        private BigDecimal earned = BigDecimal.ZERO;
        private BigDecimal charged = BigDecimal.ZERO;
        private BigDecimal postedEarned = BigDecimal.ZERO;
        private BigDecimal withheld = BigDecimal.ZERO;
        private BigDecimal postedCharged = BigDecimal.ZERO;
        private @Nullable LocalDate accruedThrough;
        private @Nullable LocalDate postedThrough;

        private void accrue(InterestAccrued event) {
            earned = earned.add(event.earned().amount());
            charged = charged.add(event.charged().amount());
            accruedThrough = later(accruedThrough, event.valueDate());
        }

        private void post(InterestPosted event) {
            earned = earned.subtract(event.earned().amount());
            charged = charged.subtract(event.charged().amount());
            postedEarned = postedEarned.add(event.earned().amount());
            withheld = withheld.add(event.withheld().amount());
            postedCharged = postedCharged.add(event.charged().amount());
            postedThrough = later(postedThrough, event.through());
        }

        private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
            return one != null && one.isAfter(other) ? one : other;
        }
    }
}
