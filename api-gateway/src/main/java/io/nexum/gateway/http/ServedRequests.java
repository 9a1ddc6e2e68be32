package io.nexum.gateway.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Tells of each request when it comes and when it is answered. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ServedRequests extends OncePerRequestFilter {
    /** A client can send any word as its method. */
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private final List<RequestListener> listeners;

    ServedRequests(List<RequestListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        listeners.forEach(listener -> listener.came(request));
        try {
            chain.doFilter(request, response);
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            ServedRequest served = new ServedRequest(
                    METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER",
                    Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                            .map(Object::toString),
                    response.getStatus(),
                    took,
                    KnownCaller.of(request).map(caller -> caller.tenant().value()),
                    KnownCaller.of(request).map(KnownCaller::name),
                    Optional.ofNullable(MDC.get(LogFields.COMMAND)));
            listeners.forEach(listener -> listener.served(served));
            MDC.remove(LogFields.COMMAND);
        }
    }
}
