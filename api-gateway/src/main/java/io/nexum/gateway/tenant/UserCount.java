package io.nexum.gateway.tenant;

import io.nexum.kernel.TenantId;

/** How many users a tenant has. */
public interface UserCount {
    long of(TenantId tenant);
}
