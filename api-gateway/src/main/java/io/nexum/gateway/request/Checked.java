package io.nexum.gateway.request;

/**
 * A record of a request with rules between its fields. Fields that belong together stand in a record of their own, with
 * {@code @JsonUnwrapped} where they stand among others on the wire, so that what is wrong elsewhere hides nothing.
 */
public interface Checked {
    /**
     * Tells what doesn't go together. It is asked once all that must be sent is right by itself. Optional fields that
     * aren't are absent here, so it doesn't complain of what is absent: {@link RequiredUnless} does. What is told of a
     * field that is known to be wrong is dropped.
     */
    void check(ValidationErrors errors);
}
