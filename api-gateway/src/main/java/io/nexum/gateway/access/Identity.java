package io.nexum.gateway.access;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.access.Permission;
import java.security.Principal;
import java.util.UUID;

/**
 * Who sent a request, as proven by its token.
 *
 * @param tenant the bank whose user this is
 * @param session the login that the token came from
 * @param authority what the user may do there
 */
public record Identity(TenantId tenant, UUID userId, String username, UUID session, Authority authority)
        implements Principal {
    @Override
    public String getName() {
        return username;
    }

    boolean may(Permission permission) {
        return authority.may(permission);
    }
}
