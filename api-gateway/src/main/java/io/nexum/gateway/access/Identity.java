package io.nexum.gateway.access;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.access.Permission;
import java.security.Principal;

/** Who sent a request, as proven by its token or key. */
public sealed interface Identity extends Principal permits UserIdentity, KeyIdentity {
    /** The bank whose user or key this is. */
    TenantId tenant();

    /** The bank that lets this sender in; another one than {@link #tenant} if it acts for that. */
    default TenantId home() {
        return tenant();
    }

    /** As the log names the sender: a user's name, or {@code key:} and a key's id. */
    String username();

    /** What the sender may do there. */
    Authority authority();

    @Override
    default String getName() {
        return username();
    }

    default boolean may(Permission permission) {
        boolean counts = permission != Permission.MANAGE_TENANTS || home().equals(TenantId.DEFAULT);
        return counts && authority().may(permission);
    }
}
