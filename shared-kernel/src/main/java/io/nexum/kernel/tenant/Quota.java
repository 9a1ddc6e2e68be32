package io.nexum.kernel.tenant;

/** Something of which a tenant may have or do only so much. */
public enum Quota {
    /** Users who are not deactivated. */
    USERS,
    /** Accounts that are not closed. */
    ACCOUNTS,
    /** Movements of money on one UTC day, as {@link Metered} counts them. */
    DAILY_TRANSACTIONS,
    /** Requests in one UTC hour. */
    HOURLY_API_CALLS
}
