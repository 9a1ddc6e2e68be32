package io.nexum.kernel.user;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.privacy.Personal;
import io.nexum.kernel.role.RoleId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that can happen to a user. Passwords and other secrets are never among it. */
public sealed interface UserEvent extends DomainEvent {
    UserId user();

    @Override
    default StreamId stream() {
        return StreamId.of("user", user());
    }

    /** @param roles in the order of their names */
    record UserCreated(
            UserId user,
            String username,
            UserContact contact,
            Optional<String> branchId,
            List<RoleId> roles,
            UserStatus status,
            @Personal Map<String, Object> metadata)
            implements UserEvent {}

    /** Carries the whole of what it may have changed, as it is from now on. */
    record UserUpdated(UserId user, UserContact contact, Optional<String> branchId) implements UserEvent {}

    record UserActivated(UserId user) implements UserEvent {}

    record UserDeactivated(UserId user) implements UserEvent {}

    record UserLocked(UserId user) implements UserEvent {}

    record UserUnlocked(UserId user) implements UserEvent {}

    record RoleAssigned(UserId user, RoleId role) implements UserEvent {}

    record RoleRevoked(UserId user, RoleId role) implements UserEvent {}
}
