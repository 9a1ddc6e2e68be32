package io.nexum.gateway.customer;

import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.EmailAddress;
import io.nexum.gateway.request.MoneyRequest;
import io.nexum.gateway.request.PhoneNumber;
import io.nexum.kernel.customer.ContactData;
import io.nexum.kernel.customer.CustomerCommand.CreateCustomer;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.KycStatus;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

record CreateCustomerBody(
        @Size(max = 100) String firstName,
        @Size(max = 100) String lastName,
        @EmailAddress String email,
        Optional<@PhoneNumber String> phone,
        Optional<LocalDate> dateOfBirth,
        Optional<AddressBody> address,
        @Default("none") KycStatus kycStatus,
        Optional<Map<String, Object>> metadata,
        Optional<@Size(max = MoneyRequest.MAX_KEY_LENGTH) String> idempotencyKey)
        implements MoneyRequest {
    CreateCustomer command(CustomerId id) {
        return new CreateCustomer(
                id,
                new ContactData(firstName, lastName, email, phone, address.map(AddressBody::address)),
                dateOfBirth,
                kycStatus,
                metadata.orElse(Map.of()));
    }
}
