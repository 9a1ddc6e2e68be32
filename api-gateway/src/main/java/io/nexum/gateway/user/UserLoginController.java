package io.nexum.gateway.user;

import io.nexum.gateway.access.Identity;
import io.nexum.gateway.access.Needs;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.Paging;
import io.nexum.gateway.security.PasswordResets;
import io.nexum.gateway.security.PasswordResets.Issued;
import io.nexum.gateway.security.SessionAnswers.SessionList;
import io.nexum.gateway.security.SessionAnswers.SessionsEndedAnswer;
import io.nexum.gateway.security.UsersLogins;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.user.UserId;
import io.nexum.kernel.user.UserQuery.UserView;
import io.nexum.kernel.user.UserRefusal.OwnLogin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the bank's own people come in, as administrators see and change it. */
@RestController
@RequestMapping("/rbac/users/{user_id}")
@Tag(name = "Users and roles")
class UserLoginController {
    private final UserChanges changes;
    private final UsersLogins logins;
    private final PasswordResets resets;

    UserLoginController(UserChanges changes, UsersLogins logins, PasswordResets resets) {
        this.resets = resets;
        this.changes = changes;
        this.logins = logins;
    }

    @Needs(Permission.MANAGE_USERS)
    @GetMapping("/sessions")
    @Operation(operationId = "list_user_sessions", summary = "List a user's sessions that count, the newest first")
    SessionList sessions(
            @PathVariable("user_id") String id,
            @ParameterObject Paging paging,
            @AuthenticationPrincipal @Parameter(hidden = true) Identity identity,
            Caller caller) {
        UserId user = changes.withinReach(user(id), caller).id();
        return logins.sessions(user, identity, paging.page());
    }

    @Needs(Permission.MANAGE_USERS)
    @DeleteMapping("/sessions")
    @Operation(operationId = "end_user_sessions", summary = "End all sessions of a user")
    SessionsEndedAnswer endSessions(@PathVariable("user_id") String id, Caller caller) {
        UserId user = changes.withinReach(user(id), caller).id();
        return new SessionsEndedAnswer(logins.endSessions(user, caller));
    }

    @Needs(Permission.MANAGE_USERS)
    @PostMapping("/reset-password")
    @Operation(
            operationId = "issue_password_reset",
            summary = "Make a token that a user can choose a new password with",
            description = "It is told once and good once. A newer one voids it. The old password counts until then.")
    PasswordResetAnswer issueReset(@PathVariable("user_id") String id, Caller caller) {
        UserView user = anotherUser(id, caller);
        Issued issued = resets.issue(user, caller);
        return new PasswordResetAnswer(user.id(), user.username(), issued.token(), issued.expiresAt());
    }

    @Needs(Permission.MANAGE_USERS)
    @DeleteMapping("/totp")
    @Operation(operationId = "remove_user_totp", summary = "Take a user's second factor off")
    TotpRemoved removeTotp(@PathVariable("user_id") String id, Caller caller) {
        UserId user = anotherUser(id, caller).id();
        logins.removeTotp(user, caller);
        return new TotpRemoved("second factor taken off", user);
    }

    record TotpRemoved(String message, UserId userId) {}

    /** @param resetToken told once */
    record PasswordResetAnswer(UserId userId, String username, String resetToken, Instant expiresAt) {
        @Override
        public String toString() {
            return "PasswordResetAnswer[" + userId + "]";
        }
    }

    /** One's own proof is given up with the password, not by the right to manage users: a token may be stolen. */
    private UserView anotherUser(String id, Caller caller) {
        UserView user = changes.withinReach(user(id), caller);
        if (user.username().equals(caller.user())) {
            throw new RefusedException(new OwnLogin());
        }
        return user;
    }

    private static UserId user(String id) {
        return Names.inPath("user", id, UserId::of);
    }
}
