package io.nexum.gateway.customer;

import io.nexum.kernel.customer.Address;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** A postal address in a request. */
record AddressBody(
        @Size(max = 200) String line1,
        Optional<@Size(max = 200) String> line2,
        @Size(max = 200) String city,
        @Size(max = 200) String state,
        @Size(max = 20) String postalCode,
        @Size(max = 200) String country) {
    Address address() {
        return new Address(line1, line2, city, state, postalCode, country);
    }
}
