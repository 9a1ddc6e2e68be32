package io.nexum.kernel.tenant;

import java.util.Optional;

/** What was agreed with a tenant beside its tier; each counts instead of the tier's own. Not below zero. */
public record QuotaOverrides(
        Optional<Integer> users,
        Optional<Integer> accounts,
        Optional<Integer> dailyTransactions,
        Optional<Integer> hourlyApiCalls) {
    public static final QuotaOverrides NONE =
            new QuotaOverrides(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Quotas over(Quotas tier) {
        return new Quotas(
                users.orElse(tier.users()),
                accounts.orElse(tier.accounts()),
                dailyTransactions.orElse(tier.dailyTransactions()),
                hourlyApiCalls.orElse(tier.hourlyApiCalls()));
    }
}
