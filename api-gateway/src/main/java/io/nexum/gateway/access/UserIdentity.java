package io.nexum.gateway.access;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Authority;
import java.util.UUID;

/**
 * A user who is logged in.
 *
 * @param tenant whose data the request is about
 * @param session the login that the token came from
 * @param passwordChangeRequired the user came in with a one-time password and may do nothing but change it
 * @param home the bank whose user this is
 */
public record UserIdentity(
        TenantId tenant,
        UUID userId,
        String username,
        UUID session,
        Authority authority,
        boolean passwordChangeRequired,
        TenantId home)
        implements Identity {
    /** A user who acts for their own tenant. */
    public UserIdentity(
            TenantId tenant,
            UUID userId,
            String username,
            UUID session,
            Authority authority,
            boolean passwordChangeRequired) {
        this(tenant, userId, username, session, authority, passwordChangeRequired, tenant);
    }

    /** The same user acting for another tenant, under a name that tells where they are from. */
    public UserIdentity actingFor(TenantId other) {
        return new UserIdentity(other, userId, username + "@" + home, session, authority, passwordChangeRequired, home);
    }
}
