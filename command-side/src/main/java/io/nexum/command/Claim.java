package io.nexum.command;

import io.nexum.kernel.Refusal;

/**
 * Something that may exist once in a bank, taken in the same transaction as the events that take it. It is kept until
 * it is {@linkplain Workspace#release released}.
 *
 * @param kind what it is, as in {@code account_number}
 * @param ifTaken why the command is refused if it is taken
 */
public record Claim(String kind, String value, Refusal ifTaken) {}
