package io.nexum.command.user;

import io.nexum.command.EntityType;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.user.UserContact;
import io.nexum.kernel.user.UserEvent;
import io.nexum.kernel.user.UserEvent.RoleAssigned;
import io.nexum.kernel.user.UserEvent.RoleRevoked;
import io.nexum.kernel.user.UserEvent.UserActivated;
import io.nexum.kernel.user.UserEvent.UserCreated;
import io.nexum.kernel.user.UserEvent.UserDeactivated;
import io.nexum.kernel.user.UserEvent.UserLocked;
import io.nexum.kernel.user.UserEvent.UserUnlocked;
import io.nexum.kernel.user.UserEvent.UserUpdated;
import io.nexum.kernel.user.UserStatus;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a user's rules need to know, and how each event changes that. */
public sealed interface UserState {
    EntityType<UserState> TYPE = new EntityType<>("user", new Unknown(), Known.class, "2", UserState::evolve);

    /** Nothing has happened to them. */
    record Unknown() implements UserState {}

    record Known(UserContact contact, Optional<String> branchId, Set<RoleId> roles, UserStatus status)
            implements UserState {
        Known withRoles(Set<RoleId> changed) {
            return new Known(contact, branchId, Set.copyOf(changed), status);
        }

        Known withStatus(UserStatus changed) {
            return new Known(contact, branchId, roles, changed);
        }
    }

    static UserState evolve(UserState before, DomainEvent happened) {
        UserEvent event = (UserEvent) happened;
        if (event instanceof UserCreated created) {
            return new Known(created.contact(), created.branchId(), Set.copyOf(created.roles()), created.status());
        }
        Known now = (Known) before;
        return switch (event) {
            case UserCreated created -> now;
            case UserUpdated updated -> new Known(updated.contact(), updated.branchId(), now.roles, now.status);
            case UserActivated activated -> now.withStatus(UserStatus.ACTIVE);
            case UserUnlocked unlocked -> now.withStatus(UserStatus.ACTIVE);
            case UserDeactivated deactivated -> now.withStatus(UserStatus.INACTIVE);
            case UserLocked locked -> now.withStatus(UserStatus.LOCKED);
            case RoleAssigned assigned -> {
                Set<RoleId> roles = new HashSet<>(now.roles);
                roles.add(assigned.role());
                yield now.withRoles(roles);
            }
            case RoleRevoked revoked -> {
                Set<RoleId> roles = new HashSet<>(now.roles);
                roles.remove(revoked.role());
                yield now.withRoles(roles);
            }
        };
    }
}
