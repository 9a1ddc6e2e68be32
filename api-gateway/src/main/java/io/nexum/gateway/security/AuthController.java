package io.nexum.gateway.security;

import io.nexum.gateway.access.ForEveryUser;
import io.nexum.gateway.access.OpenToAll;
import io.nexum.gateway.access.UserIdentity;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.security.Sessions.Opened;
import io.nexum.gateway.security.Sessions.Session;
import io.nexum.gateway.security.Users.User;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Coming in and going out. */
@RestController
@Tag(name = "Login")
class AuthController {
    private final Users users;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Clock clock;

    AuthController(Users users, Sessions sessions, Passwords passwords, Tokens tokens, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.passwords = passwords;
        this.tokens = tokens;
        this.clock = clock;
    }

    record Message(String message) {}

    /** @param valid whether tokens of the session count */
    record SessionAnswer(
            UUID sessionId, UUID userId, String username, boolean valid, Instant createdAt, Instant expiresAt) {}

    @OpenToAll
    @PostMapping({"/auth/login", "/rbac/auth/login"})
    @SecurityRequirements
    @Operation(operationId = "login", summary = "Log in with name and password")
    Login login(@RequestBody LoginBody body) {
        Optional<User> user = users.named(TenantId.DEFAULT, body.username());
        if (!passwords.matches(body.password(), user.map(User::passwordHash))) {
            throw new BadCredentialsException("user name or password is wrong");
        }
        return answer(sessions.open(user.orElseThrow()));
    }

    @OpenToAll
    @PostMapping("/auth/refresh")
    @SecurityRequirements
    @Operation(operationId = "refresh_login", summary = "Get a new access token and a new refresh token for an old one")
    Login refresh(@RequestBody RefreshBody body) {
        return sessions.refresh(body.refreshToken())
                .map(this::answer)
                .orElseThrow(() -> new BadCredentialsException(
                        "the refresh token was used already, has expired or its session has ended; log in again"));
    }

    @ForEveryUser
    @PostMapping("/auth/logout")
    @Operation(operationId = "logout", summary = "End the session of the access token")
    Message logout(@AuthenticationPrincipal @Parameter(hidden = true) UserIdentity caller) {
        sessions.revoke(caller.session());
        return new Message("logged out");
    }

    @ForEveryUser
    @PostMapping("/rbac/auth/logout")
    @Operation(operationId = "logout_session", summary = "End one of one's own sessions")
    Message logout(
            @AuthenticationPrincipal @Parameter(hidden = true) UserIdentity caller,
            @RequestParam("session_id") String id) {
        sessions.revoke(own(caller, id).id());
        return new Message("logged out");
    }

    @ForEveryUser
    @GetMapping("/rbac/auth/session/{session_id}")
    @Operation(operationId = "get_session", summary = "See whether one of one's own sessions still counts")
    SessionAnswer session(
            @AuthenticationPrincipal @Parameter(hidden = true) UserIdentity caller,
            @PathVariable("session_id") String id) {
        Session session = own(caller, id);
        return new SessionAnswer(
                session.id(),
                session.userId(),
                session.username(),
                session.countsAt(clock.instant()),
                session.createdAt(),
                session.expiresAt());
    }

    @ForEveryUser
    @PostMapping("/rbac/auth/change-password")
    @Operation(
            operationId = "change_password",
            summary = "Change one's own password",
            description = "Ends every other session of the user. user_id is one's own id or name.")
    Message changePassword(
            @AuthenticationPrincipal @Parameter(hidden = true) UserIdentity caller,
            @RequestParam("user_id") String id,
            @RequestBody ChangePasswordBody body) {
        User user = users.named(caller.tenant(), caller.username())
                .filter(own -> id.equals(own.id().toString()) || id.equals(own.username()))
                .orElseThrow(() -> new RefusedException(new NotFound("user", id)));
        if (!passwords.matches(body.oldPassword(), Optional.of(user.passwordHash()))) {
            throw new RefusedException(new InvalidValue("old_password", "old_password is not the password"));
        }
        users.changePassword(user.id(), passwords.hash(body.newPassword()), clock.instant());
        sessions.revokeOthers(user.id(), caller.session());
        return new Message("password changed");
    }

    private Login answer(Opened opened) {
        Session session = opened.session();
        return new Login(
                tokens.issue(session),
                "bearer",
                tokens.lifetime().toSeconds(),
                opened.refreshToken(),
                session.id(),
                session.userId(),
                session.username());
    }

    /** Another user's session is as good as none. */
    private Session own(UserIdentity caller, String id) {
        return sessions.find(sessionId(id))
                .filter(session -> session.userId().equals(caller.userId()))
                .orElseThrow(() -> new RefusedException(new NotFound("session", id)));
    }

    private static UUID sessionId(String text) {
        try {
            return Forms.id(UUID::fromString).apply(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(new InvalidValue("session_id", "session_id " + e.getMessage()));
        }
    }
}
