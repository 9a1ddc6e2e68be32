package io.nexum.gateway.tenant;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.tenant.SubscriptionTier;
import io.nexum.kernel.tenant.TenantProfile;
import io.nexum.kernel.tenant.TenantQuery.TenantStats;
import io.nexum.kernel.tenant.TenantQuery.TenantView;
import io.nexum.kernel.tenant.TenantSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a tenant has and did so far.
 *
 * @param accountCount accounts that are not closed
 * @param totalBalance what customers have on their accounts in {@code currency}
 * @param currency the tenant's default currency, else the first it has deposits in, else USD
 * @param balances the same in each currency
 * @param storedBytes the size of the tenant's log
 */
record TenantStatsAnswer(
        TenantId tenantId,
        String name,
        SubscriptionTier subscriptionTier,
        long userCount,
        int maxUsers,
        long accountCount,
        int maxAccounts,
        long transactionCount,
        int maxDailyTransactions,
        String totalBalance,
        Currency currency,
        List<Money> balances,
        long storedBytes,
        Optional<Instant> lastActivity) {
    private static final Currency FALLBACK = Currency.of("USD");

    static TenantStatsAnswer of(TenantView tenant, long users, TenantStats stats) {
        TenantProfile profile = tenant.profile();
        Currency currency = TenantSettings.kept(profile.settings())
                .defaultCurrency()
                .or(() -> stats.deposits().stream().map(Money::currency).findFirst())
                .orElse(FALLBACK);
        Money total = stats.deposits().stream()
                .filter(sum -> sum.currency() == currency)
                .findFirst()
                .orElse(Money.zero(currency));
        return new TenantStatsAnswer(
                tenant.id(),
                profile.name(),
                profile.tier(),
                users,
                profile.quotas().users(),
                stats.accounts(),
                profile.quotas().accounts(),
                stats.transactions(),
                profile.quotas().dailyTransactions(),
                total.amount().toPlainString(),
                currency,
                stats.deposits(),
                stats.storedBytes(),
                stats.lastActivity());
    }
}
