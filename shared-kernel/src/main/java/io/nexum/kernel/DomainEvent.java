package io.nexum.kernel;

import io.nexum.kernel.log.StreamId;

/** Something that happened to the bank. What is stored of it is its logical type and its fields as JSON. */
public interface DomainEvent {
    /** The stream that remembers it: the life of one account, one customer, one rate. */
    StreamId stream();
}
