package io.nexum.kernel.customer;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Query;
import io.nexum.kernel.log.StreamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be asked about customers, and the shapes of the answers. */
public sealed interface CustomerQuery<R> extends Query<R> {
    record GetCustomer(CustomerId id) implements CustomerQuery<CustomerView> {
        @Override
        public Optional<StreamId> entity() {
            return Optional.of(StreamId.of("customer", id));
        }
    }

    /**
     * @param email exactly, but for capitals
     * @param phone its digits exactly
     */
    record FindCustomers(
            Optional<String> email, Optional<String> phone, Optional<CustomerStatus> status, PageRequest page)
            implements CustomerQuery<Page<CustomerView>> {}

    record CustomerView(
            CustomerId id,
            ContactData contact,
            Optional<LocalDate> dateOfBirth,
            Kyc kyc,
            CustomerStatus status,
            List<Beneficiary> beneficiaries,
            Map<String, Object> metadata,
            Optional<LocalDate> retainedUntil,
            Instant createdAt,
            Instant updatedAt) {}
}
