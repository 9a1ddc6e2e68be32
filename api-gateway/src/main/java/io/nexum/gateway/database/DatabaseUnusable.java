package io.nexum.gateway.database;

/** The program can't start on this database. The message is for the operator: what is wrong and what would be right. */
public final class DatabaseUnusable extends RuntimeException {
    public DatabaseUnusable(String message) {
        super(message);
    }

    public DatabaseUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
