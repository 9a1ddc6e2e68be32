package io.nexum.gateway.tenant;

import io.nexum.kernel.TenantId;
import java.util.UUID;

/** Lets new users in. */
public interface OneTimePasswords {
    /** A password that a user can log in with once, to choose another. It is kept nowhere. */
    String create(TenantId tenant, UUID user, String username);
}
