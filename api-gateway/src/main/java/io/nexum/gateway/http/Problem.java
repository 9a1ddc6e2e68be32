package io.nexum.gateway.http;

import io.nexum.kernel.Refusal;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.Refusals.InvalidValues;
import io.nexum.kernel.json.Json;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a client is told when something goes wrong (RFC 9457).
 *
 * @param type a stable name for programs
 * @param detail what was wrong, for a person
 * @param instance the path that was asked
 * @param errors the fields that are to blame
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        Optional<String> instance,
        Optional<String> correlationId,
        Optional<List<FieldError>> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:nexum:problem:";

    /** What was wrong may repeat what was sent, however long that is. */
    private static final int LONGEST_TEXT = 1_000;

    public Problem {
        detail = bounded(detail);
    }

    /** One field of the request and what is wrong with it. */
    public record FieldError(String field, String message) {
        public FieldError {
            message = bounded(message);
        }
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
    }

    /** @param name the last part of the problem's type */
    public static Problem of(HttpStatus status, String name, String detail) {
        return new Problem(
                TYPE_PREFIX + name,
                status.getReasonPhrase(),
                status.value(),
                detail,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Bad input in one field. */
    public static Problem ofField(HttpStatus status, String name, String field, String message) {
        return of(status, name, message).blaming(List.of(new FieldError(field, message)));
    }

    /** The problem that a refusal is. */
    public static Problem of(Refusal refusal) {
        HttpStatus status = switch (refusal.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case INVALID, KEY_REUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case RULE -> HttpStatus.BAD_REQUEST;
            case CONFLICT -> HttpStatus.CONFLICT;
            case EXHAUSTED -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        List<FieldError> errors = switch (refusal) {
            case InvalidValues(List<InvalidValue> values) ->
                values.stream()
                        .map(value -> new FieldError(value.field(), value.detail()))
                        .toList();
            default ->
                refusal.field().isEmpty() ? List.of() : List.of(new FieldError(refusal.field(), refusal.detail()));
        };
        return of(status, refusal.type(), refusal.detail()).blaming(errors);
    }

    private Problem blaming(List<FieldError> fields) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                correlationId,
                Optional.of(fields).filter(f -> !f.isEmpty()));
    }

    /** Answers a request with this problem, unless the answer is already on its way. */
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, Map.of());
    }

    /** As {@link #answer(HttpServletRequest, HttpServletResponse)}, with headers of its own. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Map<String, String> headers)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader("Retry-After", "1");
        }
        headers.forEach(response::setHeader);
        response.setHeader(CorrelationId.HEADER, CorrelationId.of(request));
        response.setContentType(MEDIA_TYPE);
        byte[] body = bytes(request);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** As it is sent, with the request's path and correlation id. */
    byte[] bytes(HttpServletRequest request) {
        return Json.bytes(new Problem(
                type,
                title,
                status,
                detail,
                Optional.ofNullable(path(request)),
                Optional.of(CorrelationId.of(request)),
                errors));
    }

    private static @Nullable String path(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI); // where the server sent it elsewhere
        return asked instanceof String path ? path : request.getRequestURI();
    }
}
