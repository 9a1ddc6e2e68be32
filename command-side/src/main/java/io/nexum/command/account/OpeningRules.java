package io.nexum.command.account;

import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.AccountRefusal;
import io.nexum.kernel.tenant.TenantSettings;

/** What a bank's own settings allow an account to be. */
final class OpeningRules {
    private OpeningRules() {}

    static void mustAllowOverdraft(AccountLimits limits, TenantSettings settings) {
        boolean allowed = settings.allowOverdrafts().orElse(true);
        if (!allowed && limits.overdraftLimit().isPositive()) {
            throw new RefusedException(new AccountRefusal.OverdraftsNotAllowed());
        }
    }
}
