package io.nexum.gateway.access;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.access.Permission;
import java.security.Principal;

/** Who sent a request, as proven by its token or key. */
public sealed interface Identity extends Principal permits UserIdentity, KeyIdentity {
    /** The bank whose user or key this is. */
    TenantId tenant();

    /** As the log names the sender: a user's name, or {@code key:} and a key's name. */
    String username();

    /** What the sender may do there. */
    Authority authority();

    @Override
    default String getName() {
        return username();
    }

    default boolean may(Permission permission) {
        return authority().may(permission);
    }
}
