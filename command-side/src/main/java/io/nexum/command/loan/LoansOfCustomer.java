package io.nexum.command.loan;

import io.nexum.command.Workspace;
import io.nexum.command.customer.CustomerState.Known;

/** What a customer owes on loans. */
public final class LoansOfCustomer {
    private LoansOfCustomer() {}

    /** How many of the customer's loans are not over. */
    public static int open(Known customer, Workspace work) {
        return (int) customer.loans().stream()
                .map(LoanState::streamOf)
                .sorted()
                .map(stream -> work.load(LoanState.TYPE, stream))
                .filter(loan ->
                        loan instanceof KnownLoan known && !known.status().isOver())
                .count();
    }
}
