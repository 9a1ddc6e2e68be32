package io.nexum.gateway.http;

import io.nexum.gateway.http.Problems.Answer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;

/** The one place where what went wrong, in a controller or in front of it, becomes an answer. */
@RestControllerAdvice
public class Errors implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    /** What went wrong while a controller had the request. */
    @ExceptionHandler(Throwable.class)
    public void answer(Throwable e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Problems.clientGone(e)) {
            return;
        }
        Answer answer = Problems.of(e);
        if (answer.unexpected()) {
            // The route, for a path can hold anything.
            Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            LOG.error("{} {} failed", request.getMethod(), route == null ? "(no route)" : route, e);
        }
        answer.problem().answer(request, response, answer.headers());
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        Answer answer = Problems.unauthorized(e);
        answer.problem().answer(request, response, answer.headers());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        answer(e, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws IOException {
        Problem.of(HttpStatus.BAD_REQUEST, "malformed-request", "the path, a parameter or a header is not sound")
                .answer(request, response);
    }
}
