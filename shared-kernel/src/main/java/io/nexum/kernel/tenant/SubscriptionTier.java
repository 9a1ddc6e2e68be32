package io.nexum.kernel.tenant;

/** What a tenant pays for, and how much of everything comes with it. */
public enum SubscriptionTier {
    FREE,
    BASIC,
    PROFESSIONAL,
    ENTERPRISE;

    public Quotas quotas() {
        return switch (this) {
            case FREE -> new Quotas(5, 100, 100, 1_000);
            case BASIC -> new Quotas(25, 1_000, 1_000, 10_000);
            case PROFESSIONAL -> new Quotas(100, 10_000, 10_000, 100_000);
            case ENTERPRISE -> new Quotas(500, 100_000, 100_000, 1_000_000);
        };
    }
}
