package io.nexum.kernel.loan.servicing;

import io.nexum.kernel.money.Money;

/**
 * What the general ledger has of a loan at the start of a day.
 *
 * @param interestEarned from the first day on
 * @param defaultInterest charged from the first day on, waived or not
 * @param penalties charged from the first day on, waived or not
 */
public record LedgerStanding(LoanPosition position, Money interestEarned, Money defaultInterest, Money penalties) {}
