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

    /** Tax that the bank keeps back of interest that it pays. */
    WITHHOLDING_TAX,
    REVERSAL,
    ADJUSTMENT;

    /** Whether it posts interest of the account itself. */
    public boolean isOfInterest() {
        return this == INTEREST_CREDIT || this == INTEREST_DEBIT || this == WITHHOLDING_TAX;
    }
}
