package io.nexum.kernel.customer;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.privacy.DataErased;
import io.nexum.kernel.privacy.Personal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Everything that can happen to a customer. */
public sealed interface CustomerEvent extends DomainEvent {
    CustomerId customer();

    @Override
    default StreamId stream() {
        return StreamId.of("customer", customer());
    }

    record CustomerCreated(
            CustomerId customer,
            ContactData contact,
            @Personal Optional<LocalDate> dateOfBirth,
            Kyc kyc,
            @Personal Map<String, Object> metadata)
            implements CustomerEvent {}

    /** Carries the whole of what it may have changed, as it is from now on. */
    record CustomerUpdated(
            CustomerId customer,
            ContactData contact,
            @Personal Map<String, Object> metadata) implements CustomerEvent {}

    record KycStatusChanged(CustomerId customer, Kyc kyc) implements CustomerEvent {}

    record BeneficiaryAdded(CustomerId customer, Beneficiary beneficiary) implements CustomerEvent {}

    record BeneficiaryRemoved(CustomerId customer, BeneficiaryId beneficiary) implements CustomerEvent {}

    /** Told in the same append as the account's opening. */
    record CustomerAccountOpened(CustomerId customer, AccountId account) implements CustomerEvent {}

    /** Told in the same append as the account's closing. */
    record CustomerAccountClosed(CustomerId customer, AccountId account) implements CustomerEvent {}

    /** The customer has asked for a loan; told in the same append. */
    record CustomerLoanApplied(CustomerId customer, LoanId loan) implements CustomerEvent {}

    /**
     * The law or a dispute forbids to erase the customer before a day; told anew when that changes.
     *
     * @param until the first day on which erasing is allowed; one that is over holds nothing back
     */
    record CustomerRetained(
            CustomerId customer, LocalDate until, @Personal String reason) implements CustomerEvent {}

    /** Told in the same append that destroys the customer's data key. */
    record CustomerErased(CustomerId customer) implements CustomerEvent, DataErased {}

    record CustomerClosed(CustomerId customer, @Personal String reason) implements CustomerEvent {}
}
