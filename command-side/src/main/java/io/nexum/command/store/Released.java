package io.nexum.command.store;

/**
 * A claim that is given back.
 *
 * @param kind of the claim
 */
public record Released(String kind, String value) {}
