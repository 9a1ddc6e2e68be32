package io.nexum.gateway.settings;

import io.nexum.kernel.tenant.SubscriptionTier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the banks of one installation live together.
 *
 * @param several whether there can be others than the tenant {@code default}
 * @param isolation how the database keeps their rows apart
 * @param databaseConnections the most to the database of each tenant, where each has its own
 * @param defaultTier for a tenant that none was chosen for
 * @param header the name of the header that a request names its tenant by
 * @param subdomains whether the name in front of the base domain names the tenant too
 * @param quotas whether tenants are kept within their quotas
 * @param usage whether API calls are counted
 */
public record TenantOptions(
        boolean several,
        TenantIsolation isolation,
        int databaseConnections,
        SubscriptionTier defaultTier,
        String header,
        boolean subdomains,
        String baseDomain,
        boolean quotas,
        boolean usage,
        BillingRates rates) {
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    static TenantOptions read(Variables variables) {
        return new TenantOptions(
                variables.flag("NEXUM_MULTI_TENANT_ENABLED"),
                TenantIsolation.valueOf(variables
                        .oneOf("NEXUM_TENANT_ISOLATION_STRATEGY", names(TenantIsolation.values()))
                        .toUpperCase(Locale.ROOT)),
                variables.number("NEXUM_TENANT_DATABASE_CONNECTIONS", 2, 200),
                SubscriptionTier.valueOf(variables
                        .oneOf("NEXUM_DEFAULT_SUBSCRIPTION_TIER", names(SubscriptionTier.values()))
                        .toUpperCase(Locale.ROOT)),
                variables.read(
                        "NEXUM_TENANT_HEADER_NAME",
                        text -> matching(HEADER, text),
                        "a header's name as in X-Tenant-ID"),
                variables.flag("NEXUM_TENANT_SUBDOMAIN_ENABLED"),
                variables.read(
                        "NEXUM_TENANT_BASE_DOMAIN",
                        text -> matching(DOMAIN, text.toLowerCase(Locale.ROOT)),
                        "a domain as in banktech.com"),
                variables.flag("NEXUM_ENABLE_TENANT_QUOTAS"),
                variables.flag("NEXUM_ENABLE_USAGE_TRACKING"),
                BillingRates.read(variables));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
