package io.nexum.kernel.customer;

/** How far the bank has come in knowing its customer. */
public enum KycStatus {
    NONE,
    PENDING,
    VERIFIED,
    EXPIRED,
    REJECTED
}
