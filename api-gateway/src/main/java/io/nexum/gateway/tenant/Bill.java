package io.nexum.gateway.tenant;

import io.nexum.gateway.settings.BillingRates;
import io.nexum.kernel.tenant.TenantQuery.MonthlyUsage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What a tenant used in a month, and the rates that it pays for it.
 *
 * @param drawnUpAt when it was reckoned; of a month that is over that was once
 */
record Bill(MonthlyUsage used, long apiCalls, BillingRates rates, Instant drawnUpAt) {
    /** In it the nodes write down the API calls that they have counted. */
    static final Duration SETTLING = Duration.ofHours(1);

    /** Whether the month, UTC, has been over for an hour, so that nothing more comes to it. */
    boolean isFinal() {
        Instant end = used.month().plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return !drawnUpAt.isBefore(end.plus(SETTLING));
    }
}
