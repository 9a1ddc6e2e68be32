package io.nexum.kernel.log;

/**
 * What names an event of a tenant before it has a position: its entity and its number in the entity's life.
 *
 * @param sequence from 0 without gaps within the stream
 */
public record EventKey(StreamId stream, long sequence) {}
