package io.nexum.gateway.request;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Makes a value of what a field holds.
 *
 * @param <T> what is made
 */
@FunctionalInterface
public interface Converter<T> {
    /**
     * @param sent not null, whatever else it is
     * @param errors told what is wrong with the field
     * @return nothing only if something was wrong
     */
    Optional<T> convert(JsonNode sent, ValidationErrors errors);
}
