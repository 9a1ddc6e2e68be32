package io.nexum.kernel.tenant;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;

/** Everything that can happen to a tenant. Told in the log of the tenant {@code default}. */
public sealed interface TenantEvent extends DomainEvent {
    TenantId tenant();

    @Override
    default StreamId stream() {
        return StreamId.of("tenant", tenant());
    }

    /** A tenant is active from its beginning. */
    record TenantCreated(TenantId tenant, String code, TenantProfile profile) implements TenantEvent {}

    /** Carries the whole of what it may have changed, as it is from now on. */
    record TenantUpdated(TenantId tenant, TenantProfile profile) implements TenantEvent {}

    record TenantActivated(TenantId tenant) implements TenantEvent {}

    record TenantDeactivated(TenantId tenant) implements TenantEvent {}
}
