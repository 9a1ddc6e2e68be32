package io.nexum.kernel.tenant;

import io.nexum.kernel.Command;
import io.nexum.kernel.TenantId;

/**
 * What can be asked for a tenant. The registry of tenants is kept in the log of the tenant {@code default}, so these
 * are sent for that one. Each answers the tenant's id.
 */
public sealed interface TenantCommand extends Command<TenantId> {
    TenantId tenant();

    /** @param code as it was chosen; the id is made of it */
    record CreateTenant(TenantId tenant, String code, TenantProfile profile) implements TenantCommand {}

    record UpdateTenant(TenantId tenant, TenantChanges changes) implements TenantCommand {}

    /** Does nothing to one that is active. */
    record ActivateTenant(TenantId tenant) implements TenantCommand {}

    /** Keeps everybody of the tenant out. Does nothing to one that is not active. */
    record DeactivateTenant(TenantId tenant) implements TenantCommand {}
}
