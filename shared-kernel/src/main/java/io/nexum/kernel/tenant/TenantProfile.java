package io.nexum.kernel.tenant;

import java.util.Map;
import java.util.Optional;

/**
 * All that is kept of a tenant but its id and whether it is active.
 *
 * @param contactEmail the institution's, not a person's
 * @param contactPhone the institution's, not a person's
 * @param databaseSchema where its rows are, if schemas separate tenants
 * @param settings the tenant's own, those that this program knows and any others; see {@link TenantSettings}
 */
public record TenantProfile(
        String name,
        String displayName,
        String description,
        Optional<String> contactEmail,
        Optional<String> contactPhone,
        Branding branding,
        SubscriptionTier tier,
        QuotaOverrides overrides,
        Optional<String> databaseSchema,
        Map<String, Object> settings) {
    /** How much the tenant may have and do: its tier's quotas, but for what was agreed beside them. */
    public Quotas quotas() {
        return overrides.over(tier.quotas());
    }
}
