package io.nexum.kernel.user;

import io.nexum.kernel.privacy.Personal;
import io.nexum.kernel.privacy.PersonalData;
import java.util.Optional;

/**
 * Who the user is, and how they are reached: all that is held of a user's personal data.
 *
 * @param email absent for the first administrator, until one is entered
 */
public record UserContact(
        @Personal Optional<String> email, @Personal String fullName) {
    /** What is left of an erased user. */
    public static final UserContact ERASED = new UserContact(Optional.empty(), PersonalData.ERASED);
}
