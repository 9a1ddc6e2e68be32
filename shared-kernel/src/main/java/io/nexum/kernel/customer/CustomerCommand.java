package io.nexum.kernel.customer;

import io.nexum.kernel.Command;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be asked for a customer. Each answers the customer's id. */
public sealed interface CustomerCommand extends Command<CustomerId> {
    CustomerId customer();

    record CreateCustomer(
            CustomerId customer,
            ContactData contact,
            Optional<LocalDate> dateOfBirth,
            KycStatus kycStatus,
            Map<String, Object> metadata)
            implements CustomerCommand {}

    /** Changes what is present and leaves the rest. */
    record UpdateCustomer(
            CustomerId customer,
            Optional<String> firstName,
            Optional<String> lastName,
            Optional<String> email,
            Optional<String> phone,
            Optional<Address> address,
            Optional<Map<String, Object>> metadata)
            implements CustomerCommand {}

    /** @param expiryDays days from now until the verification lapses; absent: never */
    record UpdateKyc(
            CustomerId customer,
            KycStatus status,
            Optional<KycTier> tier,
            List<String> documents,
            Optional<Integer> expiryDays,
            Optional<java.time.Instant> expiresAt)
            implements CustomerCommand {}

    record AddBeneficiary(CustomerId customer, Beneficiary beneficiary) implements CustomerCommand {}

    record RemoveBeneficiary(CustomerId customer, BeneficiaryId beneficiary) implements CustomerCommand {}

    /**
     * Forbids to erase the customer before a day, or with a day that is over allows it again.
     *
     * @param until the first day on which erasing is allowed
     */
    record RetainCustomer(CustomerId customer, LocalDate until, String reason) implements CustomerCommand {}

    /** Destroys the key to all that is known of a closed customer. */
    record EraseCustomer(CustomerId customer) implements CustomerCommand {}

    /** Ends the business with a customer whose accounts are all closed. */
    record CloseCustomer(CustomerId customer, String reason) implements CustomerCommand {}
}
