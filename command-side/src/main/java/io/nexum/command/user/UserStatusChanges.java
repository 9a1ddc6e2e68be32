package io.nexum.command.user;

import io.nexum.command.Workspace;
import io.nexum.command.role.RoleState;
import io.nexum.command.user.UserState.Known;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.role.RoleEvent.RoleHolderResumed;
import io.nexum.kernel.role.RoleEvent.RoleHolderSuspended;
import io.nexum.kernel.user.UserEvent.UserActivated;
import io.nexum.kernel.user.UserEvent.UserDeactivated;
import io.nexum.kernel.user.UserEvent.UserLocked;
import io.nexum.kernel.user.UserEvent.UserUnlocked;
import io.nexum.kernel.user.UserId;
import io.nexum.kernel.user.UserRefusal.LastAdministrator;
import io.nexum.kernel.user.UserRefusal.UserIsLocked;
import io.nexum.kernel.user.UserRefusal.UserNotActive;
import io.nexum.kernel.user.UserStatus;

/**
 * Letting users in and keeping them out. What is so already is not told again. The role of the administrators is looked
 * at each time, for one of them must remain who can act.
 */
final class UserStatusChanges {
    private UserStatusChanges() {}

    static void activate(UserId id, Workspace work) {
        administrators(work);
        Known user = UserCommands.known(id, work);
        if (user.status() == UserStatus.LOCKED) {
            throw new RefusedException(new UserIsLocked(id));
        }
        if (user.status() == UserStatus.INACTIVE) {
            work.record(new UserActivated(id));
            resume(id, user, work);
        }
    }

    static void unlock(UserId id, Workspace work) {
        administrators(work);
        Known user = UserCommands.known(id, work);
        mustNotBeInactive(id, user);
        if (user.status() == UserStatus.LOCKED) {
            work.record(new UserUnlocked(id));
            resume(id, user, work);
        }
    }

    static void deactivate(UserId id, Workspace work) {
        RoleState administrators = administrators(work);
        Known user = UserCommands.known(id, work);
        mustNotBeTheLast(id, administrators);
        if (user.status() != UserStatus.INACTIVE) {
            work.record(new UserDeactivated(id));
            suspend(id, user, work);
        }
    }

    static void lock(UserId id, Workspace work) {
        RoleState administrators = administrators(work);
        Known user = UserCommands.known(id, work);
        mustNotBeInactive(id, user);
        mustNotBeTheLast(id, administrators);
        if (user.status() == UserStatus.ACTIVE) {
            work.record(new UserLocked(id));
            suspend(id, user, work);
        }
    }

    static void mustNotBeTheLast(UserId id, RoleState administrators) {
        if (administrators.isOnlyActiveHolder(id)) {
            throw new RefusedException(new LastAdministrator(id));
        }
    }

    private static void mustNotBeInactive(UserId id, Known user) {
        if (user.status() == UserStatus.INACTIVE) {
            throw new RefusedException(new UserNotActive(id));
        }
    }

    private static RoleState administrators(Workspace work) {
        return work.load(RoleState.TYPE, RoleState.TYPE.stream(UserCommands.ADMIN));
    }

    private static void suspend(UserId id, Known user, Workspace work) {
        if (user.status() == UserStatus.ACTIVE && user.roles().contains(UserCommands.ADMIN)) {
            work.record(new RoleHolderSuspended(UserCommands.ADMIN, id));
        }
    }

    private static void resume(UserId id, Known user, Workspace work) {
        if (user.roles().contains(UserCommands.ADMIN)) {
            work.record(new RoleHolderResumed(UserCommands.ADMIN, id));
        }
    }
}
