package io.nexum.gateway.access;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Authority;
import java.util.UUID;

/**
 * A user who is logged in.
 *
 * @param session the login that the token came from
 * @param passwordChangeRequired the user came in with a one-time password and may do nothing but change it
 */
public record UserIdentity(
        TenantId tenant,
        UUID userId,
        String username,
        UUID session,
        Authority authority,
        boolean passwordChangeRequired)
        implements Identity {}
