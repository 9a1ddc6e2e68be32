package io.nexum.kernel.customer;

/** Whether the bank does business with the customer. */
public enum CustomerStatus {
    ACTIVE,
    CLOSED,
    /** Closed, and the personal data are gone for good. */
    ERASED
}
