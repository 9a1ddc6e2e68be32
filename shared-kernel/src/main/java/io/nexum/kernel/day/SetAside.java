package io.nexum.kernel.day;

/**
 * An entity that a step could not decide, and why.
 *
 * @param entity its id
 * @param reason cut after {@value #LONGEST_REASON} characters
 */
public record SetAside(String entity, String reason) {
    public static final int LONGEST_REASON = 500;

    public SetAside {
        if (reason.length() > LONGEST_REASON) {
            reason = reason.substring(0, LONGEST_REASON);
        }
    }
}
