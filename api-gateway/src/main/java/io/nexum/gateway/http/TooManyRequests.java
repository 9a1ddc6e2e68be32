package io.nexum.gateway.http;

import java.time.Duration;

/** Refuses a request that came too soon after others, and says when to come again. */
public final class TooManyRequests extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String detail;
    private final long seconds;

    /**
     * @param type a stable name for programs, in kebab case
     * @param detail what was too much, for a person
     * @param wait until the next request has a chance; told in whole seconds, rounded up, at least one
     */
    public TooManyRequests(String type, String detail, Duration wait) {
        super(detail, null, false, false); // thrown under load, where a stack trace costs and tells nothing
        this.type = type;
        this.detail = detail;
        this.seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }

    String type() {
        return type;
    }

    String detail() {
        return detail;
    }

    /** Until the next request has a chance; at least 1. */
    public long seconds() {
        return seconds;
    }
}
