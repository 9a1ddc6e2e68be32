package io.nexum.gateway.access;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Authority;
import java.util.UUID;

/** What each user may do. Asked at every request, so it answers from memory. */
public interface Grants {
    Authority of(TenantId tenant, UUID user);
}
