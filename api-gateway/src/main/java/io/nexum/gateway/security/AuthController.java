package io.nexum.gateway.security;

import io.nexum.gateway.access.ForEveryUser;
import io.nexum.gateway.access.OpenToAll;
import io.nexum.gateway.access.UserIdentity;
import io.nexum.gateway.http.ClientAddress;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.security.Sessions.Session;
import io.nexum.gateway.settings.Settings;
import io.nexum.gateway.tenant.TenantChoice;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
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
    private final Logins logins;
    private final Sessions sessions;
    private final PasswordResets resets;
    private final ClientAddress addresses;
    private final TenantChoice choice;
    private final Clock clock;

    AuthController(
            Logins logins,
            Sessions sessions,
            PasswordResets resets,
            ClientAddress addresses,
            Settings settings,
            Clock clock) {
        this.resets = resets;
        this.choice = new TenantChoice(settings.tenants());
        this.addresses = addresses;
        this.logins = logins;
        this.sessions = sessions;
        this.clock = clock;
    }

    record Message(String message) {}

    /** @param valid whether tokens of the session count */
    record SessionAnswer(
            UUID sessionId, UUID userId, String username, boolean valid, Instant createdAt, Instant expiresAt) {}

    @OpenToAll
    @PostMapping({"/auth/login", "/rbac/auth/login"})
    @SecurityRequirements
    @Operation(
            operationId = "login",
            summary = "Log in with name and password",
            description = "After some failures in a row the next attempts are answered 429 with Retry-After. If"
                    + " password_change_required is true, the password was for one time and must be changed first.")
    Login login(@RequestBody LoginBody body, HttpServletRequest request) {
        return logins.open(choice.forLogin(request, body.tenantId()), body, Origin.of(request, addresses));
    }

    @OpenToAll
    @PostMapping("/auth/refresh")
    @SecurityRequirements
    @Operation(operationId = "refresh_login", summary = "Get a new access token and a new refresh token for an old one")
    Login refresh(@RequestBody RefreshBody body, HttpServletRequest request) {
        return logins.refresh(body.refreshToken(), Origin.of(request, addresses));
    }

    @OpenToAll
    @PostMapping("/auth/reset-password")
    @SecurityRequirements
    @Operation(
            operationId = "reset_password",
            summary = "Choose a new password with a token from an administrator",
            description = "The token is good once. All sessions of the user end. Whoever is kept out stays out.")
    Message resetPassword(@RequestBody ResetPasswordBody body, HttpServletRequest request) {
        resets.use(body, Origin.of(request, addresses));
        return new Message("password changed");
    }

    @ForEveryUser(evenWithOneTimePassword = true)
    @PostMapping("/auth/logout")
    @Operation(operationId = "logout", summary = "End the session of the access token")
    Message logout(@AuthenticationPrincipal @Parameter(hidden = true) UserIdentity caller, HttpServletRequest request) {
        logins.close(own(caller, caller.session().toString()), Origin.of(request, addresses));
        return new Message("logged out");
    }

    @ForEveryUser(evenWithOneTimePassword = true)
    @PostMapping("/rbac/auth/logout")
    @Operation(operationId = "logout_session", summary = "End one of one's own sessions")
    Message logout(
            @AuthenticationPrincipal @Parameter(hidden = true) UserIdentity caller,
            @RequestParam("session_id") String id,
            HttpServletRequest request) {
        logins.close(own(caller, id), Origin.of(request, addresses));
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

    @ForEveryUser(evenWithOneTimePassword = true)
    @PostMapping("/rbac/auth/change-password")
    @Operation(
            operationId = "change_password",
            summary = "Change one's own password",
            description = "Ends every other session of the user. user_id is one's own id or name.")
    Message changePassword(
            @AuthenticationPrincipal @Parameter(hidden = true) UserIdentity caller,
            @RequestParam("user_id") String id,
            @RequestBody ChangePasswordBody body,
            HttpServletRequest request) {
        if (!id.equals(caller.userId().toString()) && !id.equals(caller.username())) {
            throw new RefusedException(new NotFound("user", id));
        }
        logins.changePassword(caller, body, Origin.of(request, addresses));
        return new Message("password changed");
    }

    /** Another user's session is as good as none. */
    private Session own(UserIdentity caller, String id) {
        return sessions.find(caller.home(), sessionId(id))
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
