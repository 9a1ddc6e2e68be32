package io.nexum.gateway.settings;

/**
 * One thing that an operator can set by an environment variable.
 *
 * @param fallback what counts if it isn't set, as it would be written; empty if nothing does
 * @param meaning what it is for, and what it may be
 */
public record Setting(String name, String fallback, String meaning) {}
