package io.nexum.kernel.customer;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.log.StreamId;
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
            Optional<LocalDate> dateOfBirth,
            Kyc kyc,
            Map<String, Object> metadata)
            implements CustomerEvent {}

    /** Carries the whole of what it may have changed, as it is from now on. */
    record CustomerUpdated(CustomerId customer, ContactData contact, Map<String, Object> metadata)
            implements CustomerEvent {}

    record KycStatusChanged(CustomerId customer, Kyc kyc) implements CustomerEvent {}

    record BeneficiaryAdded(CustomerId customer, Beneficiary beneficiary) implements CustomerEvent {}

    record BeneficiaryRemoved(CustomerId customer, BeneficiaryId beneficiary) implements CustomerEvent {}

    /** Told in the same append as the account's opening. */
    record CustomerAccountOpened(CustomerId customer, AccountId account) implements CustomerEvent {}

    /** Told in the same append as the account's closing. */
    record CustomerAccountClosed(CustomerId customer, AccountId account) implements CustomerEvent {}

    record CustomerClosed(CustomerId customer, String reason) implements CustomerEvent {}
}
