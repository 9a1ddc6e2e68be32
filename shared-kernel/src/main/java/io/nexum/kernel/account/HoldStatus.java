package io.nexum.kernel.account;

/** Where a hold stands. */
public enum HoldStatus {
    ACTIVE,
    CAPTURED,
    RELEASED,
    EXPIRED
}
