package io.nexum.kernel.tenant;

import java.util.Optional;

/**
 * How a tenant shows itself.
 *
 * @param primaryColor as in {@code #2563eb}
 * @param emailFromAddress whom its messages come from
 */
public record Branding(Optional<String> logoUrl, Optional<String> primaryColor, Optional<String> emailFromAddress) {
    public static final Branding NONE = new Branding(Optional.empty(), Optional.empty(), Optional.empty());

    /** This, but for what is changed. */
    public Branding with(Branding changed) {
        return new Branding(
                changed.logoUrl.or(() -> logoUrl),
                changed.primaryColor.or(() -> primaryColor),
                changed.emailFromAddress.or(() -> emailFromAddress));
    }
}
