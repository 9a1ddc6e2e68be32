package io.nexum.command.customer;

import io.nexum.command.Workspace;
import io.nexum.command.customer.CustomerState.Known;

/** Knows what binds a customer to the bank beside accounts. */
@FunctionalInterface
public interface Obligations {
    Obligations NONE = (customer, work) -> 0;

    /** How many of the customer's loans are not over. It loads them, so it comes before anything is recorded. */
    int openLoans(Known customer, Workspace work);
}
