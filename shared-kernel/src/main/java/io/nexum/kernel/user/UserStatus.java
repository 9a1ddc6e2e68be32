package io.nexum.kernel.user;

import java.util.Optional;

/** Whether a user may come in. */
public enum UserStatus {
    ACTIVE,
    /** Kept out for now, by an administrator. */
    LOCKED,
    /** No longer one of the bank's people, or not yet. */
    INACTIVE;

    /** Whether it is one of the bank's people, come in or kept out. */
    public boolean isOfTheBank() {
        return this != INACTIVE;
    }

    /** The status that an event sets; empty if it leaves the one before. */
    public static Optional<UserStatus> setBy(UserEvent event) {
        return switch (event) {
            case UserEvent.UserCreated created -> Optional.of(created.status());
            case UserEvent.UserActivated _, UserEvent.UserUnlocked _ -> Optional.of(ACTIVE);
            case UserEvent.UserLocked _ -> Optional.of(LOCKED);
            case UserEvent.UserDeactivated _ -> Optional.of(INACTIVE);
            case UserEvent.UserUpdated _, UserEvent.RoleAssigned _, UserEvent.RoleRevoked _ -> Optional.empty();
        };
    }
}
