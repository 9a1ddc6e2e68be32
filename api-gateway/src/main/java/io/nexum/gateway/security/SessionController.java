package io.nexum.gateway.security;

import io.nexum.gateway.access.ForEveryUser;
import io.nexum.gateway.access.UserIdentity;
import io.nexum.gateway.http.ClientAddress;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.Paging;
import io.nexum.gateway.security.AuthController.Message;
import io.nexum.gateway.security.SessionAnswers.SessionList;
import io.nexum.gateway.security.SessionAnswers.SessionsEndedAnswer;
import io.nexum.gateway.security.Sessions.Session;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own logins, wherever they were made. */
@RestController
@RequestMapping("/auth/sessions")
@Tag(name = "Login")
class SessionController {
    private final Logins logins;
    private final Sessions sessions;
    private final ClientAddress addresses;
    private final Clock clock;

    SessionController(Logins logins, Sessions sessions, ClientAddress addresses, Clock clock) {
        this.logins = logins;
        this.sessions = sessions;
        this.addresses = addresses;
        this.clock = clock;
    }

    @ForEveryUser
    @GetMapping
    @Operation(operationId = "list_sessions", summary = "List one's own sessions that count, the newest first")
    SessionList list(
            @AuthenticationPrincipal @Parameter(hidden = true) UserIdentity caller, @ParameterObject Paging paging) {
        return SessionList.of(
                sessions.live(caller.home(), caller.userId(), paging.page()), Optional.of(caller.session()));
    }

    @ForEveryUser
    @DeleteMapping("/{session_id}")
    @Operation(
            operationId = "end_session",
            summary = "End one of one's own sessions",
            description = "It may be the one that asks. Its tokens don't count any more.")
    Message end(
            @AuthenticationPrincipal @Parameter(hidden = true) UserIdentity caller,
            @PathVariable("session_id") String id,
            HttpServletRequest request) {
        Session session = sessions.find(caller.home(), Names.inPath("session", id, Forms.id(UUID::fromString)))
                .filter(found -> found.userId().equals(caller.userId()) && found.countsAt(clock.instant()))
                .orElseThrow(() -> new RefusedException(new NotFound("session", id)));
        logins.close(session, Origin.of(request, addresses));
        return new Message("session ended");
    }

    @ForEveryUser
    @PostMapping("/end-others")
    @Operation(operationId = "end_other_sessions", summary = "End all of one's own sessions but the one that asks")
    SessionsEndedAnswer endOthers(
            @AuthenticationPrincipal @Parameter(hidden = true) UserIdentity caller, HttpServletRequest request) {
        return new SessionsEndedAnswer(logins.closeOthers(caller, Origin.of(request, addresses)));
    }
}
