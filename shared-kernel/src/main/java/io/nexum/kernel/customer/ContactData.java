package io.nexum.kernel.customer;

import java.util.Optional;

/** How the customer is addressed and reached. */
public record ContactData(
        String firstName, String lastName, String email, Optional<String> phone, Optional<Address> address) {}
