package io.nexum.command.user;

import io.nexum.command.Claim;
import io.nexum.command.CommandHandler;
import io.nexum.command.Workspace;
import io.nexum.command.role.RoleRules;
import io.nexum.command.role.RoleState;
import io.nexum.command.user.UserState.Known;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.role.BuiltInRole;
import io.nexum.kernel.role.RoleDefinition;
import io.nexum.kernel.role.RoleEvent.RoleHolderAdded;
import io.nexum.kernel.role.RoleEvent.RoleHolderRemoved;
import io.nexum.kernel.role.RoleEvent.RoleHolderSuspended;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.user.UserCommand;
import io.nexum.kernel.user.UserCommand.ActivateUser;
import io.nexum.kernel.user.UserCommand.AssignRole;
import io.nexum.kernel.user.UserCommand.CreateUser;
import io.nexum.kernel.user.UserCommand.DeactivateUser;
import io.nexum.kernel.user.UserCommand.LockUser;
import io.nexum.kernel.user.UserCommand.RevokeRole;
import io.nexum.kernel.user.UserCommand.UnlockUser;
import io.nexum.kernel.user.UserCommand.UpdateUser;
import io.nexum.kernel.user.UserContact;
import io.nexum.kernel.user.UserEvent.RoleAssigned;
import io.nexum.kernel.user.UserEvent.RoleRevoked;
import io.nexum.kernel.user.UserEvent.UserCreated;
import io.nexum.kernel.user.UserEvent.UserUpdated;
import io.nexum.kernel.user.UserId;
import io.nexum.kernel.user.UserStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The life of a user. Roles are loaded before the user, as their streams' names are. */
public final class UserCommands implements CommandHandler<UserCommand> {
    static final RoleId ADMIN = BuiltInRole.ADMIN.id();

    @Override
    public Class<?> commands() {
        return UserCommand.class;
    }

    @Override
    public UserId handle(UserCommand command, Workspace work) {
        switch (command) {
            case CreateUser create -> create(create, work);
            case UpdateUser update -> update(update, work);
            case AssignRole assign -> assign(assign, work);
            case RevokeRole revoke -> revoke(revoke, work);
            case ActivateUser activate -> UserStatusChanges.activate(command.user(), work);
            case DeactivateUser deactivate -> UserStatusChanges.deactivate(command.user(), work);
            case LockUser lock -> UserStatusChanges.lock(command.user(), work);
            case UnlockUser unlock -> UserStatusChanges.unlock(command.user(), work);
        }
        return command.user();
    }

    private static void create(CreateUser command, Workspace work) {
        List<RoleId> roles = command.roles().stream().sorted().toList();
        for (RoleId role : roles) {
            RoleState state = work.load(RoleState.TYPE, RoleState.TYPE.stream(role));
            RoleDefinition definition = RoleRules.definition(role, state)
                    .orElseThrow(() -> new RefusedException(
                            new Refusals.InvalidValue("roles", "roles: there is no role " + role)));
            mustCover(command.by(), definition, role, work);
        }
        if (work.load(UserState.TYPE, UserState.TYPE.stream(command.user())) instanceof Known) {
            throw new RefusedException(
                    new Refusals.AlreadyTaken("user id", command.user().toString()));
        }
        work.claim(new Claim(
                "username",
                command.username().toLowerCase(Locale.ROOT),
                new Refusals.AlreadyTaken("username", command.username())));
        UserStatus status = command.active() ? UserStatus.ACTIVE : UserStatus.INACTIVE;
        work.record(new UserCreated(
                command.user(),
                command.username(),
                command.contact(),
                command.branchId(),
                roles,
                status,
                command.metadata()));
        roles.forEach(role -> addHolder(role, command.user(), status, work));
    }

    private static void update(UpdateUser command, Workspace work) {
        Known user = known(command.user(), work);
        UserContact contact = new UserContact(
                command.email().or(user.contact()::email),
                command.fullName().orElse(user.contact().fullName()));
        Optional<String> branchId = command.branchId().or(user::branchId);
        if (!contact.equals(user.contact()) || !branchId.equals(user.branchId())) {
            work.record(new UserUpdated(command.user(), contact, branchId));
        }
    }

    private static void assign(AssignRole command, Workspace work) {
        RoleState role = work.load(RoleState.TYPE, RoleState.TYPE.stream(command.role()));
        Known user = known(command.user(), work);
        mustCover(command.by(), RoleRules.mustBeThere(command.role(), role), command.role(), work);
        if (!user.roles().contains(command.role())) {
            work.record(new RoleAssigned(command.user(), command.role()));
            addHolder(command.role(), command.user(), user.status(), work);
        }
    }

    private static void revoke(RevokeRole command, Workspace work) {
        RoleState role = work.load(RoleState.TYPE, RoleState.TYPE.stream(command.role()));
        Known user = known(command.user(), work);
        mustCover(command.by(), RoleRules.mustBeThere(command.role(), role), command.role(), work);
        if (!user.roles().contains(command.role())) {
            throw new RefusedException(new Refusals.NotFound(
                    "role of user " + command.user(), command.role().value()));
        }
        if (command.role().equals(ADMIN)) {
            UserStatusChanges.mustNotBeTheLast(command.user(), role);
        }
        work.record(new RoleRevoked(command.user(), command.role()));
        work.record(new RoleHolderRemoved(command.role(), command.user()));
    }

    private static void mustCover(Authority by, RoleDefinition definition, RoleId role, Workspace work) {
        RoleRules.mustCover(by, definition.authority().within(work.context().tenant()), "the role " + role);
    }

    private static void addHolder(RoleId role, UserId user, UserStatus status, Workspace work) {
        work.record(new RoleHolderAdded(role, user));
        if (role.equals(ADMIN) && status != UserStatus.ACTIVE) {
            work.record(new RoleHolderSuspended(role, user));
        }
    }

    static Known known(UserId id, Workspace work) {
        if (work.load(UserState.TYPE, UserState.TYPE.stream(id)) instanceof Known known) {
            return known;
        }
        throw new RefusedException(new Refusals.NotFound("user", id.toString()));
    }
}
