package io.nexum.command.tenant;

import io.nexum.command.EntityType;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.tenant.TenantAccessEvent;
import io.nexum.kernel.tenant.TenantAccessEvent.AdministratorEntered;
import io.nexum.kernel.tenant.TenantAccessEvent.ForeignTenantRefused;
import java.util.Set;
import java.util.TreeSet;

/** What is on record of one credential. */
public record TenantAccessState(boolean entered, Set<String> refused) {
    public static final EntityType<TenantAccessState> TYPE = new EntityType<>(
            "tenant_access",
            new TenantAccessState(false, Set.of()),
            TenantAccessState.class,
            "1",
            TenantAccessState::evolve);

    static TenantAccessState evolve(TenantAccessState before, DomainEvent event) {
        return switch ((TenantAccessEvent) event) {
            case AdministratorEntered entered -> new TenantAccessState(true, before.refused);
            case ForeignTenantRefused refused -> {
                Set<String> more = new TreeSet<>(before.refused);
                more.add(refused.asked());
                yield new TenantAccessState(before.entered, more);
            }
        };
    }
}
