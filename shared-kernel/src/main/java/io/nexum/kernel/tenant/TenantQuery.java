package io.nexum.kernel.tenant;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Query;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What can be asked about tenants, and the shapes of the answers. */
public sealed interface TenantQuery<R> extends Query<R> {
    /** Asked of the tenant {@code default}, which keeps the registry. */
    record GetTenant(TenantId id) implements TenantQuery<TenantView> {
        @Override
        public Optional<StreamId> entity() {
            return Optional.of(StreamId.of("tenant", id));
        }
    }

    /** Asked of the tenant {@code default}, which keeps the registry. The oldest first. */
    record FindTenants(Optional<Boolean> active, PageRequest page) implements TenantQuery<Page<TenantView>> {}

    /** What the tenant that is asked for has and did so far. */
    record GetTenantStats() implements TenantQuery<TenantStats> {}

    /** What the tenant that is asked for did in each of its months up to a day's, the first one first. */
    record GetMonthlyUsage(LocalDate until) implements TenantQuery<List<MonthlyUsage>> {}

    /**
     * @param month its first day, UTC
     * @param transactions in it, as {@link Metered} counts them
     * @param storedBytes the size of the log's texts at its end
     */
    record MonthlyUsage(LocalDate month, long transactions, long storedBytes) {}

    /** What the tenant that is asked for uses of its quotas. */
    record GetQuotaUse(LocalDate day) implements TenantQuery<QuotaUse> {}

    /**
     * @param users who are not deactivated
     * @param accounts that are not closed
     * @param transactions of the day
     */
    record QuotaUse(long users, long accounts, long transactions) {}

    record TenantView(
            TenantId id, String code, TenantProfile profile, boolean active, Instant createdAt, Instant updatedAt) {}

    /**
     * @param accounts those that are not closed
     * @param transactions all that ever were, as {@link Metered} counts them
     * @param deposits what customers have on their accounts, a sum a currency
     * @param storedBytes the size of the log's texts
     * @param lastActivity when its log was last appended to
     */
    record TenantStats(
            long accounts, long transactions, List<Money> deposits, long storedBytes, Optional<Instant> lastActivity) {}
}
