package io.nexum.query.account;

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
    private static final String UPSERT_INTEREST = """
            INSERT INTO account_interest AS i (tenant, account_id, earned, charged, posted_earned, withheld,
                posted_charged, accrued_through, posted_through)
            SELECT * FROM :rows
            ON CONFLICT (tenant, account_id)
            DO UPDATE SET earned = i.earned + EXCLUDED.earned,
                charged = i.charged + EXCLUDED.charged,
                posted_earned = i.posted_earned + EXCLUDED.posted_earned,
                withheld = i.withheld + EXCLUDED.withheld,
                posted_charged = i.posted_charged + EXCLUDED.posted_charged,
                accrued_through = greatest(i.accrued_through, EXCLUDED.accrued_through),
                posted_through = greatest(i.posted_through, EXCLUDED.posted_through)
            """;

    private static final String UPSERT_AGREEMENT = """
            INSERT INTO interest_agreement (tenant, account_id, from_date, agreement)
            SELECT * FROM :rows
            ON CONFLICT (tenant, account_id, from_date) DO UPDATE SET agreement = EXCLUDED.agreement
            """;

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
        UnnestRows interest =
                new UnnestRows("text", "uuid", "numeric", "numeric", "numeric", "numeric", "numeric", "date", "date");
        changes.forEach((account, change) -> interest.add(
                tenant,
                account,
                change.earned,
                change.charged,
                change.postedEarned,
                change.withheld,
                change.postedCharged,
                change.accruedThrough,
                change.postedThrough));
        interest.write(connection, UPSERT_INTEREST);
        UnnestRows agreed = new UnnestRows("text", "uuid", "date", "text");
        agreements.forEach((day, agreement) -> agreed.add(tenant, day.account(), day.from(), agreement));
        agreed.write(connection, UPSERT_AGREEMENT);
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
