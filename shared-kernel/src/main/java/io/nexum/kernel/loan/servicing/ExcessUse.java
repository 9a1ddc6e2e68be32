package io.nexum.kernel.loan.servicing;

/** What becomes of money that is more than what is due and the next instalment. */
public enum ExcessUse {
    /** It pays the instalments after that, one by one. */
    PAY_AHEAD,

    /** It reduces the principal at once, and the loan ends sooner. */
    SHORTER_TERM,

    /** It reduces the principal at once, and each instalment is lower. */
    LOWER_INSTALLMENT
}
