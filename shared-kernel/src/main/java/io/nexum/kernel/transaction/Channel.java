package io.nexum.kernel.transaction;

/** Where a transaction came in. */
public enum Channel {
    ATM,
    BRANCH,
    ONLINE,
    MOBILE,
    DEBIT_CARD,
    API,
    SYSTEM
}
