package io.nexum.kernel.account;

/** What kind of account it is. */
public enum ProductType {
    CHECKING,
    SAVINGS,
    WALLET
}
