package io.nexum.gateway.http;

import io.nexum.gateway.access.PasswordChangeRequired;
import io.nexum.gateway.access.TotpCodeRequired;
import io.nexum.kernel.Refusal;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.tenant.TenantRefusal.QuotaExceeded;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** Which problem an exception is to the client. */
final class Problems {
    private static final String QUERY_CANCELED = "57014";

    private Problems() {}

    /** What to answer, with which headers, and whether it is ours to look into. */
    record Answer(Problem problem, Map<String, String> headers, boolean unexpected) {
        static Answer of(Problem problem) {
            return new Answer(problem, Map.of(), false);
        }
    }

    static Answer of(Throwable e) {
        if (find(e, BodyLimit.BodyTooLarge.class).isPresent()) {
            return Answer.of(BodyLimit.problem());
        }
        return switch (e) {
            case RefusedException refused -> refused(refused.refusal());
            case HttpMessageNotReadableException unreadable -> Answer.of(unreadable(unreadable));
            case MethodArgumentTypeMismatchException mismatch -> Answer.of(mismatch(mismatch));
            case MissingServletRequestParameterException missing ->
                Answer.of(Problem.ofField(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "missing-value",
                        missing.getParameterName(),
                        "the parameter " + missing.getParameterName() + " is missing"));
            case MissingRequestValueException missing ->
                Answer.of(Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT, "missing-value", String.valueOf(missing.getMessage())));
            case InvalidParameterException _ ->
                Answer.of(Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "malformed-request",
                        "a parameter has no name, or there are more than the server reads"));
            case ErrorResponse known -> known(known);
            case AuthenticationException refused -> unauthorized(refused);
            case TooManyRequests tooMany -> tooMany(tooMany);
            case PasswordChangeRequired required ->
                Answer.of(Problem.of(
                        HttpStatus.FORBIDDEN, "password-change-required", String.valueOf(required.getMessage())));
            case AccessDeniedException denied ->
                Answer.of(Problem.of(HttpStatus.FORBIDDEN, "forbidden", String.valueOf(denied.getMessage())));
            default -> databaseFailed(e).map(Answer::of).orElseGet(Problems::unexpected);
        };
    }

    /** Nobody is left to be answered. */
    static boolean clientGone(Throwable e) {
        return find(e, AsyncRequestNotUsableException.class).isPresent()
                || find(e, IOException.class)
                        .filter(io -> io.getClass().getSimpleName().startsWith("ClientAbort"))
                        .isPresent();
    }

    /** A wrong login, no token, or one that doesn't count (RFC 6750). */
    static Answer unauthorized(AuthenticationException e) {
        boolean tokenSent = e instanceof OAuth2AuthenticationException;
        String detail = switch (e) {
            case BadCredentialsException wrong -> String.valueOf(wrong.getMessage());
            case TotpCodeRequired wanted -> String.valueOf(wanted.getMessage());
            case OAuth2AuthenticationException invalid ->
                "the access token is not valid, has expired or was revoked; log in again";
            default -> "this route asks for an access token; get one by POST /auth/login";
        };
        String challenge = "Bearer realm=\"nexum\"" + (tokenSent ? ", error=\"invalid_token\"" : "");
        return new Answer(
                Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        e instanceof TotpCodeRequired ? "totp-code-required" : "unauthorized",
                        detail),
                Map.of("WWW-Authenticate", challenge),
                false);
    }

    private static Answer refused(Refusal refusal) {
        Optional<Instant> again = refusal instanceof QuotaExceeded quota ? quota.endsAt() : Optional.empty();
        Map<String, String> headers =
                again.map(end -> Map.of("Retry-After", secondsUntil(end))).orElse(Map.of());
        return new Answer(Problem.of(refusal), headers, false);
    }

    private static String secondsUntil(Instant end) {
        return String.valueOf(Math.max(1, Duration.between(Instant.now(), end).toSeconds() + 1));
    }

    private static Answer tooMany(TooManyRequests e) {
        return new Answer(
                Problem.of(HttpStatus.TOO_MANY_REQUESTS, e.type(), e.detail()),
                Map.of("Retry-After", Long.toString(e.seconds())),
                false);
    }

    private static Problem unreadable(HttpMessageNotReadableException e) {
        return find(e, JacksonException.class)
                .map(BadJson::problem)
                .orElseGet(() -> Problem.of(HttpStatus.BAD_REQUEST, "missing-body", "this route asks for a JSON body"));
    }

    private static Problem mismatch(MethodArgumentTypeMismatchException e) {
        String message = find(e, RefusedException.class)
                .map(refused -> refused.refusal().detail())
                .or(() -> find(e, IllegalArgumentException.class)
                        .map(Throwable::getMessage)
                        .filter(text -> text.length() < 200 && !text.contains("java.")))
                .orElse("it is not of the right form");
        return Problem.ofField(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-value",
                e.getName(),
                "invalid " + e.getName() + ": " + message);
    }

    /** What Spring has a status for: no such route, wrong method, wrong media type. */
    private static Answer known(ErrorResponse e) {
        HttpStatus status = HttpStatus.valueOf(e.getStatusCode().value());
        String detail = Optional.ofNullable(e.getBody().getDetail()).orElse(status.getReasonPhrase());
        if (status == HttpStatus.NOT_FOUND) {
            detail = "there is no such route; GET /docs lists them all";
        }
        Map<String, String> headers = e.getHeaders().headerSet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.join(", ", header.getValue())));
        return new Answer(Problem.of(status, name(status), detail), headers, status.is5xxServerError());
    }

    /** The problem's name where the status says it all. */
    static String name(HttpStatus status) {
        return status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** What the client may try again: the database is away, or took too long. */
    private static Optional<Problem> databaseFailed(Throwable e) {
        String state =
                find(e, SQLException.class).map(SQLException::getSQLState).orElse("");
        if (state.equals(QUERY_CANCELED)) {
            return Optional.of(Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "time-out",
                    "the database took too long to answer this; narrow the question, or ask again later"));
        }
        boolean away = find(e, SQLTransientConnectionException.class).isPresent()
                // connection lost, not enough resources, shut down by the operator
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P");
        return away
                ? Optional.of(Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "store-unavailable",
                        "the database can't be reached right now; send the request again shortly"))
                : Optional.empty();
    }

    private static Answer unexpected() {
        return new Answer(
                Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "something went wrong here; the operator finds it in the log by the correlation id"),
                Map.of(),
                true);
    }

    private static <T extends Throwable> Optional<T> find(Throwable e, Class<T> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
