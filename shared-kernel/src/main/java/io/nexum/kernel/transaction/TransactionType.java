package io.nexum.kernel.transaction;

/** What a movement of money is for, in the words of a statement. */
public enum TransactionType {
    DEPOSIT,
    WITHDRAWAL,
    TRANSFER_INTERNAL,
    TRANSFER_EXTERNAL,
    PAYMENT,
    FEE,
    INTEREST_CREDIT,
    INTEREST_DEBIT,
    REVERSAL,
    ADJUSTMENT
}
