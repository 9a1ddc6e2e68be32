package io.nexum.kernel.tenant;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.log.StreamId;
import java.util.UUID;

/** Everything that can happen at the border between tenants. */
public sealed interface TenantAccessEvent extends DomainEvent {
    /** The login or key that was used. */
    UUID credential();

    @Override
    default StreamId stream() {
        return streamOf(credential());
    }

    static StreamId streamOf(UUID credential) {
        return StreamId.of("tenant_access", credential);
    }

    /**
     * From here on a user of the tenant that runs the installation acts for this one. Told in this one's log, once a
     * login.
     *
     * @param administrator the name that the events of these acts carry, as in {@code admin@default}
     */
    record AdministratorEntered(UUID credential, String administrator) implements TenantAccessEvent {}

    /**
     * Somebody of this tenant asked for another and was refused. Told in this one's log.
     *
     * @param asked what was asked for, whether or not there is such a tenant
     */
    record ForeignTenantRefused(UUID credential, String user, String asked) implements TenantAccessEvent {}
}
