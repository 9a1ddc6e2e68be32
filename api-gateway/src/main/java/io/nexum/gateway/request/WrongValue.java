package io.nexum.gateway.request;

/** A value that can't be right. Unlike other exceptions' its message is written for the client, to follow a field's name. */
public final class WrongValue extends RuntimeException {
    /** @param message what would be right, as in {@code must be a UUID} */
    public WrongValue(String message) {
        super(message, null, false, false);
    }

    /** What would be right. */
    String wanted() {
        return String.valueOf(getMessage());
    }
}
