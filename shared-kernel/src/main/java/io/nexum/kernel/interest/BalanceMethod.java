package io.nexum.kernel.interest;

/** Which balance earns the interest of a period; always balances at the close of a day, by value date. */
public enum BalanceMethod {
    /** Each day's own. */
    DAILY,

    /** The mean of all days of the period. */
    AVERAGE,

    /** The lowest of the period. */
    MINIMUM
}
