package io.nexum.kernel.transaction;

/** Where a transaction stands. Only completed ones enter the books, and a reversed one stays in them. */
public enum TransactionState {
    COMPLETED,
    REVERSED
}
