package io.nexum.kernel.user;

import java.util.Optional;

/**
 * Who the user is, and how they are reached: all that is held of a user's personal data.
 *
 * @param email absent for the first administrator, until one is entered
 */
public record UserContact(Optional<String> email, String fullName) {}
