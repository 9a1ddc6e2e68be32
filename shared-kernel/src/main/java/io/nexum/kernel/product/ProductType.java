package io.nexum.kernel.product;

/** What a product is the terms of. */
public enum ProductType {
    CHECKING,
    SAVINGS,
    WALLET,
    LOAN,
    CREDIT_LINE;

    /** Whether it is an account that holds its customer's money. */
    public boolean isDeposit() {
        return this == CHECKING || this == SAVINGS || this == WALLET;
    }
}
