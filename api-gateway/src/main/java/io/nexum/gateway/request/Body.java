package io.nexum.gateway.request;

/**
 * A record that says what a request's body holds.
 *
 * <p>It has a static method {@code read(Fields)}, which makes it of the body's fields; {@link BodyConverter} calls it.
 */
public interface Body {}
