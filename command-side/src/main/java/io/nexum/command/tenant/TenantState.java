package io.nexum.command.tenant;

import io.nexum.command.EntityType;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.tenant.TenantEvent;
import io.nexum.kernel.tenant.TenantEvent.TenantActivated;
import io.nexum.kernel.tenant.TenantEvent.TenantCreated;
import io.nexum.kernel.tenant.TenantEvent.TenantDeactivated;
import io.nexum.kernel.tenant.TenantEvent.TenantUpdated;
import io.nexum.kernel.tenant.TenantProfile;

/** What is decided on about a tenant, and how each event changes that. */
public sealed interface TenantState {
    EntityType<TenantState> TYPE = new EntityType<>("tenant", new Unknown(), Known.class, "1", TenantState::evolve);

    /** Nothing has happened to it. */
    record Unknown() implements TenantState {}

    record Known(TenantProfile profile, boolean active) implements TenantState {}

    static TenantState evolve(TenantState before, DomainEvent happened) {
        TenantEvent event = (TenantEvent) happened;
        if (event instanceof TenantCreated created) {
            return new Known(created.profile(), true);
        }
        Known now = (Known) before;
        return switch (event) {
            case TenantCreated created -> now;
            case TenantUpdated updated -> new Known(updated.profile(), now.active);
            case TenantActivated activated -> new Known(now.profile, true);
            case TenantDeactivated deactivated -> new Known(now.profile, false);
        };
    }
}
