package io.nexum.gateway.settings;

import io.nexum.kernel.tenant.SubscriptionTier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How the banks of one installation live together.
 *
 * @param several whether there can be others than the tenant {@code default}
 * @param defaultTier for a tenant that none was chosen for
 */
public record TenantOptions(boolean several, SubscriptionTier defaultTier) {
    private static final List<String> TIERS = Arrays.stream(SubscriptionTier.values())
            .map(tier -> tier.name().toLowerCase(Locale.ROOT))
            .toList();

    static TenantOptions read(Variables variables) {
        return new TenantOptions(
                variables.flag("NEXUM_MULTI_TENANT_ENABLED"),
                SubscriptionTier.valueOf(variables
                        .oneOf("NEXUM_DEFAULT_SUBSCRIPTION_TIER", TIERS)
                        .toUpperCase(Locale.ROOT)));
    }
}
