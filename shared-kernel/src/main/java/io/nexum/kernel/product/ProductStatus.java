package io.nexum.kernel.product;

/** Where a product stands. Accounts and loans are opened under an active one only. */
public enum ProductStatus {
    DRAFT,
    ACTIVE,
    SUSPENDED,
    RETIRED
}
