package io.nexum.gateway.tenant;

import io.nexum.gateway.tenant.TenantOpening.AdministratorAnswer;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.tenant.Quotas;
import io.nexum.kernel.tenant.SubscriptionTier;
import io.nexum.kernel.tenant.TenantProfile;
import io.nexum.kernel.tenant.TenantQuery.TenantView;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A tenant as its clients read it.
 *
 * @param id the same as {@code tenantId}
 * @param adminUser told when the tenant is created, and never again
 * @param maxUsers the quota that counts: what was agreed, else what the tier has
 */
record TenantAnswer(
        TenantId tenantId,
        TenantId id,
        String name,
        String code,
        String displayName,
        String description,
        boolean isActive,
        SubscriptionTier subscriptionTier,
        int maxUsers,
        int maxAccounts,
        int maxDailyTransactions,
        int maxHourlyApiCalls,
        Optional<String> contactEmail,
        Optional<String> contactPhone,
        Optional<String> logoUrl,
        Optional<String> primaryColor,
        Optional<String> emailFromAddress,
        Optional<String> databaseSchema,
        Map<String, Object> settings,
        Instant createdAt,
        Instant updatedAt,
        Optional<AdministratorAnswer> adminUser) {
    static TenantAnswer of(TenantView tenant) {
        TenantProfile profile = tenant.profile();
        Quotas quotas = profile.quotas();
        return new TenantAnswer(
                tenant.id(),
                tenant.id(),
                profile.name(),
                tenant.code(),
                profile.displayName(),
                profile.description(),
                tenant.active(),
                profile.tier(),
                quotas.users(),
                quotas.accounts(),
                quotas.dailyTransactions(),
                quotas.hourlyApiCalls(),
                profile.contactEmail(),
                profile.contactPhone(),
                profile.branding().logoUrl(),
                profile.branding().primaryColor(),
                profile.branding().emailFromAddress(),
                profile.databaseSchema(),
                profile.settings(),
                tenant.createdAt(),
                tenant.updatedAt(),
                Optional.empty());
    }

    /** With the user whom the tenant begins with. */
    TenantAnswer with(AdministratorAnswer administrator) {
        return new TenantAnswer(
                tenantId,
                id,
                name,
                code,
                displayName,
                description,
                isActive,
                subscriptionTier,
                maxUsers,
                maxAccounts,
                maxDailyTransactions,
                maxHourlyApiCalls,
                contactEmail,
                contactPhone,
                logoUrl,
                primaryColor,
                emailFromAddress,
                databaseSchema,
                settings,
                createdAt,
                updatedAt,
                Optional.of(administrator));
    }
}
