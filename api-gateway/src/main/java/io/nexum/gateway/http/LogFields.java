package io.nexum.gateway.http;

/** What each line of the log says beside its message, where it is known. */
public final class LogFields {
    public static final String CORRELATION = "correlation";
    public static final String TENANT = "tenant";
    public static final String USER = "user";
    public static final String COMMAND = "command";
    public static final String TRACE = "trace";

    private LogFields() {}
}
