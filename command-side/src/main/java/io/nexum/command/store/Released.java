package io.nexum.command.store;

import io.nexum.command.Claim;

/**
 * A claim that is given back.
 *
 * @param kind of the claim; begins with {@value #MAY_BE_RELEASED}, for all others stay taken
 */
public record Released(String kind, String value) {
    private static final String MAY_BE_RELEASED = "open_";

    public Released {
        if (!kind.startsWith(MAY_BE_RELEASED)) {
            throw new IllegalArgumentException("a claim of the kind " + kind + " is never given back");
        }
    }

    boolean frees(Claim claim) {
        return claim.kind().equals(kind) && claim.value().equals(value);
    }
}
