package io.nexum.kernel.transaction;

/** Where a transaction came in. */
public enum Channel {
    ATM,
    BRANCH,
    ONLINE,
    MOBILE,
    API,
    SYSTEM
}
