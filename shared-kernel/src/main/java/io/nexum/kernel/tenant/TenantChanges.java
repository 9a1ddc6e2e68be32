package io.nexum.kernel.tenant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is to change of a tenant's profile; what is absent stays.
 *
 * @param settings those that are to change, each by its key; one that is null goes
 */
public record TenantChanges(
        Optional<String> name,
        Optional<String> displayName,
        Optional<String> description,
        Optional<String> contactEmail,
        Optional<String> contactPhone,
        Branding branding,
        Optional<SubscriptionTier> tier,
        QuotaOverrides overrides,
        Optional<String> databaseSchema,
        Map<String, Object> settings) {
    public TenantProfile of(TenantProfile before) {
        QuotaOverrides agreed = before.overrides();
        return new TenantProfile(
                name.orElse(before.name()),
                displayName.orElse(before.displayName()),
                description.orElse(before.description()),
                contactEmail.or(before::contactEmail),
                contactPhone.or(before::contactPhone),
                before.branding().with(branding),
                tier.orElse(before.tier()),
                new QuotaOverrides(
                        overrides.users().or(agreed::users),
                        overrides.accounts().or(agreed::accounts),
                        overrides.dailyTransactions().or(agreed::dailyTransactions),
                        overrides.hourlyApiCalls().or(agreed::hourlyApiCalls)),
                databaseSchema.or(before::databaseSchema),
                merged(before.settings()));
    }

    private Map<String, Object> merged(Map<String, Object> before) {
        Map<String, Object> after = new LinkedHashMap<>(before);
        settings.forEach((key, value) -> {
            if (value == null) {
                after.remove(key);
            } else {
                after.put(key, value);
            }
        });
        return after;
    }
}
