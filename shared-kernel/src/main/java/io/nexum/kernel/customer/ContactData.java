package io.nexum.kernel.customer;

import io.nexum.kernel.privacy.Personal;
import io.nexum.kernel.privacy.PersonalData;
import java.util.Optional;

/** How the customer is addressed and reached. */
public record ContactData(
        @Personal String firstName,
        @Personal String lastName,
        @Personal String email,
        @Personal Optional<String> phone,
        @Personal Optional<Address> address) {
    /** What is left of an erased customer. */
    public static final ContactData ERASED = new ContactData(
            PersonalData.ERASED, PersonalData.ERASED, PersonalData.ERASED, Optional.empty(), Optional.empty());
}
