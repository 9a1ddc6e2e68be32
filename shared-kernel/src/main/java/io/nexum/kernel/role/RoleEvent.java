package io.nexum.kernel.role;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.user.UserId;

/** Everything that can happen to a role. */
public sealed interface RoleEvent extends DomainEvent {
    RoleId role();

    @Override
    default StreamId stream() {
        return StreamId.of("role", role());
    }

    record RoleCreated(RoleId role, RoleDefinition definition) implements RoleEvent {}

    /** Carries the whole role, as it is from now on. */
    record RoleUpdated(RoleId role, RoleDefinition definition) implements RoleEvent {}

    record RoleDeleted(RoleId role) implements RoleEvent {}

    /** Told in the same append as the user's own event, as are the next three. */
    record RoleHolderAdded(RoleId role, UserId user) implements RoleEvent {}

    record RoleHolderRemoved(RoleId role, UserId user) implements RoleEvent {}

    /** A holder who can't act now; told of administrators, of whom one must remain who can. */
    record RoleHolderSuspended(RoleId role, UserId user) implements RoleEvent {}

    record RoleHolderResumed(RoleId role, UserId user) implements RoleEvent {}
}
