package io.nexum.gateway.request;

/** A part of a request with rules between its fields. */
public interface Checked {
    /** Tells what doesn't go together. It is asked once every field is right by itself. */
    void check(ValidationErrors errors);
}
