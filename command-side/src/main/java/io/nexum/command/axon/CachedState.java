package io.nexum.command.axon;

import io.nexum.command.store.Seen;

/** An entity's state and which of its events it holds. */
record CachedState(Object state, Seen seen) {}
