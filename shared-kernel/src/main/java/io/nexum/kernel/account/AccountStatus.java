package io.nexum.kernel.account;

/** Whether money may move on the account. */
public enum AccountStatus {
    ACTIVE,
    FROZEN,
    CLOSED
}
