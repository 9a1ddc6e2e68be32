package io.nexum.kernel.tenant;

/** How much of each a tenant may have or do. */
public record Quotas(int users, int accounts, int dailyTransactions, int hourlyApiCalls) {
    public int of(Quota quota) {
        return switch (quota) {
            case USERS -> users;
            case ACCOUNTS -> accounts;
            case DAILY_TRANSACTIONS -> dailyTransactions;
            case HOURLY_API_CALLS -> hourlyApiCalls;
        };
    }
}
