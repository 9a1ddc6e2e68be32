package io.nexum.kernel.customer;

import java.util.Optional;

/** @param country two letters of ISO 3166, or the country's name as the client wrote it */
public record Address(
        String line1, Optional<String> line2, String city, String state, String postalCode, String country) {}
