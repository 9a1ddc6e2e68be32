package io.nexum.kernel.privacy;

/** An encrypted value that doesn't open: it is another key's, stands where it doesn't belong, or was changed. */
public final class WrongKeyException extends IllegalStateException {
    WrongKeyException(String what, Throwable cause) {
        super("an encrypted value doesn't open with its key: " + what, cause);
    }

    public WrongKeyException(String message) {
        super(message);
    }
}
