package io.nexum.gateway.user;

import io.nexum.gateway.access.Grants;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.security.Users;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.access.Authority;
import io.nexum.kernel.role.RoleRefusal.BeyondOwnAuthority;
import io.nexum.kernel.user.UserCommand;
import io.nexum.kernel.user.UserCommand.AssignRole;
import io.nexum.kernel.user.UserId;
import io.nexum.kernel.user.UserQuery.FindAccess;
import io.nexum.kernel.user.UserQuery.GetUser;
import io.nexum.kernel.user.UserQuery.UserAccess;
import io.nexum.kernel.user.UserQuery.UserView;
import org.springframework.stereotype.Component;

/**
 * Changes users, and sees to it that a change counts when it is answered: for what they may do, and for their logins.
 * Who may do more than the caller is out of the caller's reach, for an address or a password that somebody else chose
 * would be a way to their rights.
 */
@Component
class UserChanges {
    private final Commands commands;
    private final Queries queries;
    private final Grants grants;
    private final Users credentials;

    UserChanges(Commands commands, Queries queries, Grants grants, Users credentials) {
        this.commands = commands;
        this.queries = queries;
        this.grants = grants;
        this.credentials = credentials;
    }

    /** What the user's roles permit, whether the user is active or not. */
    Authority authority(UserId user, Caller caller) {
        return queries.ask(new FindAccess(user), QueryContext.strong(caller.tenant()))
                .map(UserAccess::authority)
                .orElse(Authority.NOTHING)
                .within(caller.tenant());
    }

    UserView make(UserCommand command, Caller caller) {
        send(command, caller);
        return counting(command.user(), caller);
    }

    /** Who could have a password chosen for the user may no longer be able to, now that the user may do more. */
    UserView raise(AssignRole command, Caller caller) {
        UserView user = make(command, caller);
        credentials.voidReset(caller.tenant(), command.user().value());
        return user;
    }

    UserView letIn(UserCommand command, Caller caller) {
        send(command, caller);
        credentials.admit(caller.tenant(), command.user().value());
        return counting(command.user(), caller);
    }

    UserView keepOut(UserCommand command, Caller caller) {
        send(command, caller);
        credentials.bar(caller.tenant(), command.user().value());
        return counting(command.user(), caller);
    }

    /**
     * The user, whose login the caller may change.
     *
     * @throws RefusedException if there is no such user, or the user may do more than the caller
     */
    UserView withinReach(UserId id, Caller caller) {
        Granted.inEarnest(caller);
        UserView user = queries.ask(new GetUser(id), QueryContext.strong(caller.tenant()));
        mustCover(id, caller);
        return user;
    }

    private void send(UserCommand command, Caller caller) {
        Caller inEarnest = Granted.inEarnest(caller);
        mustCover(command.user(), caller);
        commands.send(command, inEarnest.command());
    }

    private void mustCover(UserId user, Caller caller) {
        if (!caller.authority().covers(authority(user, caller))) {
            throw new RefusedException(new BeyondOwnAuthority("what user " + user + " may do"));
        }
    }

    private UserView counting(UserId id, Caller caller) {
        UserView now = queries.ask(new GetUser(id), QueryContext.strong(caller.tenant()));
        grants.changed(caller.tenant(), id);
        return now;
    }
}
