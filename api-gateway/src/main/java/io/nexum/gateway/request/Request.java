package io.nexum.gateway.request;

/**
 * A record that says what the body of a request holds. {@link RecordBinding} makes it of the body's JSON: every component
 * is a field, by its name in snake_case or by those of {@link Name}; what is an {@code Optional} or has a {@link Default}
 * may be left out, and all else must be sent. Bounds are annotations of Jakarta Validation.
 */
public interface Request {}
