package io.nexum.kernel.loan.servicing;

/** The accounts of the general ledger that a loan touches. */
public enum LoanAccount {
    PRINCIPAL_RECEIVABLE,
    INTEREST_RECEIVABLE,
    CHARGES_RECEIVABLE,
    INTEREST_INCOME,
    FEE_INCOME,
    PENALTY_INCOME,
    OVERPAYMENT,
    GOODWILL,
    LOSS,
    RECOVERY,
    /** Where money goes to and comes from: the bank's cash, or the borrower's account. */
    SETTLEMENT
}
