package io.nexum.gateway.customer;

import io.nexum.gateway.request.EmailAddress;
import io.nexum.gateway.request.PhoneNumber;
import io.nexum.gateway.request.Request;
import io.nexum.kernel.customer.CustomerCommand.UpdateCustomer;
import io.nexum.kernel.customer.CustomerId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;

/** What is absent stays as it is. */
record UpdateCustomerBody(
        Optional<@NotBlank @Size(max = 100) String> firstName,
        Optional<@NotBlank @Size(max = 100) String> lastName,
        Optional<@EmailAddress String> email,
        Optional<@PhoneNumber String> phone,
        Optional<AddressBody> address,
        Optional<Map<String, Object>> metadata)
        implements Request {
    UpdateCustomer command(CustomerId id) {
        return new UpdateCustomer(id, firstName, lastName, email, phone, address.map(AddressBody::address), metadata);
    }
}
