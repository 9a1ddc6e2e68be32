package io.nexum.kernel.log;

import io.nexum.kernel.tenant.Branding;
import io.nexum.kernel.tenant.QuotaOverrides;
import io.nexum.kernel.tenant.SubscriptionTier;
import io.nexum.kernel.tenant.TenantProfile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the golden events say of a tenant. */
final class TenantExamples {
    private TenantExamples() {}

    static TenantProfile profile() {
        return new TenantProfile(
                "Acme Bank",
                "Acme",
                "since 1952",
                Optional.of("office@acme.example"),
                Optional.of("+1-555-0123"),
                new Branding(
                        Optional.of("https://acme.example/logo.png"),
                        Optional.of("#1e3a8a"),
                        Optional.of("noreply@acme.example")),
                SubscriptionTier.PROFESSIONAL,
                new QuotaOverrides(Optional.of(150), Optional.of(20_000), Optional.of(30_000), Optional.empty()),
                Optional.of("acme"),
                new TreeMap<>(Map.of("default_currency", "USD", "allow_overdrafts", true)));
    }
}
