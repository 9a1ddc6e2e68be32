package io.nexum.kernel.account;

/** What kind of account it is. */
public enum ProductType {
    CHECKING,
    SAVINGS,
    WALLET,

    /** Holds what a borrower has put in for the payments of loans, or got from them. */
    LOAN;

    /** The type of the products that such an account is opened under. */
    public io.nexum.kernel.product.ProductType ofProducts() {
        return io.nexum.kernel.product.ProductType.valueOf(name());
    }
}
