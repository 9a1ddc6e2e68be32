package io.nexum.kernel.access;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.log.StreamId;
import java.time.LocalDate;
import java.util.UUID;

/** Everything that can happen when somebody wants to do something. What is granted is told by what it does. */
public sealed interface AccessEvent extends DomainEvent {
    /** The login or key that was used. */
    UUID credential();

    @Override
    default StreamId stream() {
        return streamOf(credential());
    }

    static StreamId streamOf(UUID credential) {
        return StreamId.of("access", credential);
    }

    /**
     * Somebody lacked a permission. Told once a day of each credential and permission.
     *
     * @param user as the log names who asked
     * @param operation the first that was refused, as in {@code POST /accounts/{account_id}/freeze}
     * @param day the day in UTC
     */
    record PermissionRefused(UUID credential, String user, Permission permission, String operation, LocalDate day)
            implements AccessEvent {}
}
