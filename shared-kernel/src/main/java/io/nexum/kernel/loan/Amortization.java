package io.nexum.kernel.loan;

/** How a loan's principal is paid back. */
public enum Amortization {
    /** The French way: principal and interest together are the same each time. */
    EQUAL_INSTALLMENT,

    /** The same principal each time, interest on what is left. */
    EQUAL_PRINCIPAL,

    /** Interest each time, all principal with the last payment. */
    BULLET,

    /** The same as {@link #BULLET}, in the words of product catalogues. */
    INTEREST_ONLY,

    /** The same principal each time, and interest on all that was disbursed, whatever has been paid back. */
    FLAT,

    /** The principal of each payment is written down in the terms; the last one takes what is left. */
    CUSTOM
}
